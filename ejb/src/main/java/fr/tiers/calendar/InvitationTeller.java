package fr.tiers.calendar;

import fr.tiers.calendar.InvitationMail.Invited;
import fr.tiers.event.EventView;
import fr.tiers.kernel.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells guests what has changed since they were last told. What is due, the mails and what has been told by them are one transaction: a
 * crash loses nothing and tells nothing twice, and two nodes do not take the same.
 */
@Stateless
@PermitAll
public class InvitationTeller {

    private static final Logger LOG = Logger.getLogger(InvitationTeller.class);
    private static final Duration RETRY = Duration.ofMinutes(10);

    @Inject
    Clock clock;

    @Inject
    CalendarThreads threads;

    @Inject
    InvitationRows rows;

    @Inject
    GuestList guests;

    @Inject
    InvitationMail mail;

    /** @return whether there was something to tell */
    public boolean tellNext() {
        var due = rows.nextDue(clock.instant());
        due.ifPresent(uid -> {
            try {
                tell(uid);
            } catch (BusinessException e) {
                // somebody has to write the template: it stays due, and the administrator sees it
                LOG.warnf("invitations of %s wait: %s %s", uid, e.code(), e.arguments());
                rows.putOff(uid, e.code(), clock.instant().plus(RETRY));
            }
        });
        return due.isPresent();
    }

    /** Puts aside what failed unexpectedly, so that the others are told. */
    public void putAside() {
        rows.nextDue(clock.instant())
                .ifPresent(uid -> rows.putOff(uid, "internal", clock.instant().plus(RETRY)));
    }

    /**
     * At once, in the caller's transaction.
     *
     * @throws BusinessException REFUSED {@code template-missing}, naming the company: nobody has been told then
     */
    public void tell(UUID uid) {
        var summary = rows.summary(uid);
        var invited = rows.invited(uid);
        var thread = threads.find(uid);
        if (thread.isEmpty()) {
            summary.ifPresent(last -> gone(uid, last, List.copyOf(invited.values())));
            return;
        }
        if (!thread.get().settled()) {
            tell(thread.get(), summary.map(InvitationRows.Summary::overAt), invited);
        }
        rows.told(thread.get(), overAt(thread.get()));
    }

    /** What is gone can be told of by what was told last. */
    private void gone(UUID uid, InvitationRows.Summary last, List<InvitationRows.Known> invited) {
        boolean over = last.overAt() != null && !last.overAt().isAfter(clock.instant());
        if (!over && !invited.isEmpty()) {
            guests.organiser(last.piece().organiser()).ifPresent(organiser -> {
                var occasion = mail.about(uid, last.tierId(), organiser, List.of());
                invited.forEach(guest -> occasion.send(
                        rows.again(guest.invited(), Told.of(List.of()), true),
                        new InvitationMail.Message(
                                CalendarVocabulary.MEETING_CANCELLED,
                                true,
                                last.piece(),
                                null,
                                List.of(new InvitationMail.Part(last.piece(), null)),
                                null)));
            });
        }
        rows.forget(uid);
    }

    private void tell(
            CalendarThread thread, Optional<Instant> overAt, LinkedHashMap<String, InvitationRows.Known> invited) {
        var organiser = guests.organiser(thread.model()).orElse(null);
        if (organiser == null) {
            return;
        }
        var people = new LinkedHashMap<>(thread.people());
        thread.days().values().forEach(day -> day.people().forEach(people::putIfAbsent));
        var addresses = new LinkedHashSet<>(invited.keySet());
        addresses.addAll(people.keySet());
        var occasion = mail.about(thread.uid(), thread.model().tierId(), organiser, people.values());
        boolean over = overAt.map(time -> !time.isAfter(clock.instant())).orElse(false);
        var anew = new HashSet<EventView>();
        for (var address : addresses) {
            var known = Optional.ofNullable(invited.get(address));
            var before = known.map(InvitationRows.Known::told).orElse(Told.of(List.of()));
            var news = GuestNews.of(before, thread.of(address), over, clock.instant());
            for (var message : news.messages()) {
                occasion.template(message.purpose(), language(known, people.get(address)));
                var guest = known.isPresent()
                        ? rows.again(known.get().invited(), news.after(), news.ends())
                        : rows.open(thread, people.get(address), news.after());
                known = Optional.of(new InvitationRows.Known(guest, news.after()));
                occasion.send(guest, message);
                if (CalendarVocabulary.MEETING_MOVED.equals(message.purpose())) {
                    anew.addAll(asked(thread, message.occurrence()));
                }
            }
        }
        rows.forgetAnswers(anew.stream().map(EventView::id).toList());
    }

    private static String language(Optional<InvitationRows.Known> known, GuestList.Addressee person) {
        return known.map(InvitationRows.Known::invited).map(Invited::language).orElseGet(() -> person.language());
    }

    /** An answer was to another time. */
    private Set<EventView> asked(CalendarThread thread, Instant day) {
        if (!thread.isSeries()) {
            return Set.of(thread.model());
        }
        var events = new HashSet<EventView>();
        thread.days().forEach((time, each) -> {
            boolean meant = day == null || day.equals(time);
            if (meant && each.event() != null && Piece.of(each.event()).over().isAfter(clock.instant())) {
                events.add(each.event());
            }
        });
        return events;
    }

    /** @return null for what never is */
    private Instant overAt(CalendarThread thread) {
        if (thread.settled()) {
            return clock.instant();
        }
        if (!thread.isSeries()) {
            return thread.master().over();
        }
        var rule = thread.series().rule();
        if (rule.until() == null && rule.count() == null) {
            return null;
        }
        var ends = new ArrayList<Instant>();
        CalendarRhythm.times(thread.series())
                .reduce((one, later) -> later)
                .ifPresent(last -> ends.add(thread.master().at(last).over()));
        thread.days().values().stream()
                .filter(day -> day.event() != null)
                .forEach(day -> ends.add(Piece.of(day.event()).over()));
        return ends.stream().max(Instant::compareTo).orElse(clock.instant());
    }
}
