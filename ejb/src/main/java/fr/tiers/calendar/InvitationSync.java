package fr.tiers.calendar;

import fr.tiers.event.EventChanged;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.SeriesChanged;
import fr.tiers.event.SeriesReader;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes, in the transaction in which a meeting changes, that its guests have to be told. They are a little later, so that several changes
 * are one mail and what is taken back at once is none; {@link InvitationTeller} does it.
 */
@ApplicationScoped
public class InvitationSync {

    private final Db db;
    private final Clock clock;
    private final CalendarThreads threads;
    private final SeriesReader series;
    private final InvitationRows rows;
    private final GuestList guests;
    private final InvitationMail mail;
    private final Duration delay;

    protected InvitationSync() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public InvitationSync(
            Db db,
            Clock clock,
            CalendarThreads threads,
            SeriesReader series,
            InvitationRows rows,
            GuestList guests,
            InvitationMail mail,
            @ConfigProperty(name = "tiers.invitation.delay", defaultValue = "PT15S") Duration delay) {
        this.db = db;
        this.clock = clock;
        this.threads = threads;
        this.series = series;
        this.rows = rows;
        this.guests = guests;
        this.mail = mail;
        this.delay = delay;
    }

    void changed(@Observes EventChanged change) {
        var before = change.before();
        // nobody is invited to what has only just come: whether to write is said afterwards
        if (before == null || before.meeting() == null) {
            return;
        }
        var purposes = purposes(before, change.after());
        if (!purposes.isEmpty()) {
            names(before).forEach(uid -> {
                boolean writing = threads.isWriting(before);
                if (writing || rows.isKnown(uid)) {
                    requireTemplates(uid, change.after() == null ? before : change.after(), purposes);
                }
                rows.due(uid, clock.instant().plus(delay), writing);
            });
        }
    }

    void changed(@Observes SeriesChanged change) {
        if (change.first() != null) {
            db.run(handle -> handle.execute(
                    """
                    update event_series set invites = true where id = ?
                      and exists (select 1 from event_invite i where i.event_id = ? and i.send)
                    """,
                    change.id(),
                    change.first()));
        }
        boolean writing =
                series.name(change.id()).map(SeriesReader.Name::invites).orElse(false);
        rows.due(change.uid(), clock.instant().plus(delay), writing);
    }

    /** The one that calendars know it by, and its own: it may have been told by that before it came into a series. */
    private Set<UUID> names(EventView event) {
        var names = new LinkedHashSet<UUID>();
        names.add(threads.nameOf(event));
        if (rows.isKnown(event.uid())) {
            names.add(event.uid());
        }
        return names;
    }

    /** What the mails about a change are for; empty when guests see nothing of it. */
    private static Set<String> purposes(EventView before, EventView after) {
        var purposes = new HashSet<String>();
        boolean was = before.state() != EventState.CANCELLED;
        boolean is = after != null && after.state() != EventState.CANCELLED;
        if (was && !is) {
            purposes.add(CalendarVocabulary.MEETING_CANCELLED);
        } else if (is && !was) {
            purposes.add(CalendarVocabulary.GUEST_ADDED);
        }
        if (is) {
            var then = Piece.of(before);
            var now = Piece.of(after);
            add(purposes, !then.when().equals(now.when()), CalendarVocabulary.MEETING_MOVED);
            add(purposes, !then.what().equals(now.what()), CalendarVocabulary.MEETING_CHANGED);
            add(purposes, !keys(before).containsAll(keys(after)), CalendarVocabulary.GUEST_ADDED);
            add(purposes, !keys(after).containsAll(keys(before)), CalendarVocabulary.GUEST_REMOVED);
        }
        return purposes;
    }

    private static void add(Set<String> purposes, boolean holds, String purpose) {
        if (holds) {
            purposes.add(purpose);
        }
    }

    private static Set<String> keys(EventView event) {
        return event.meeting().participants().stream().map(Participant::key).collect(Collectors.toSet());
    }

    /**
     * Whoever makes the change learns that it cannot be told, not whoever reads the log.
     *
     * @throws BusinessException REFUSED {@code template-missing}, naming the company
     */
    private void requireTemplates(UUID uid, EventView event, Set<String> purposes) {
        var languages = rows.languages(uid);
        guests.byAddress(event).values().forEach(each -> languages.add(each.language()));
        guests.organiser(event)
                .map(organiser -> mail.about(uid, event.tierId(), organiser, List.of()))
                .ifPresent(occasion -> purposes.forEach(
                        purpose -> languages.forEach(language -> occasion.template(purpose, language))));
    }
}
