package fr.tiers.calendar;

import fr.tiers.access.Role;
import fr.tiers.event.EventAnswers;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.Participant.Answer;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What a guest may do without an account: see what he was invited to and answer, by the secret of the mail. Nobody learns from a wrong
 * secret whether there is anything.
 */
@Stateless
@PermitAll
@RunAs(Role.Names.SYSTEM)
public class InvitationAnswers {

    private static final Logger LOG = Logger.getLogger(InvitationAnswers.class);

    /** Changing one's mind more often is no longer an answer. */
    private static final int MOST = 30;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    EventAnswers events;

    @Inject
    CalendarThreads threads;

    @Inject
    GuestList guests;

    @Inject
    InvitationMail mail;

    /**
     * An invitation as its guest sees it.
     *
     * @param open whether it can still be answered
     */
    public record Asked(
            String subject,
            String time,
            String place,
            String onlineLink,
            String organiser,
            String guest,
            Answer answer,
            boolean open)
            implements Serializable {}

    private record Row(
            long id,
            UUID uid,
            String email,
            String name,
            String login,
            Long contactId,
            String state,
            int answers,
            Instant occurrence) {}

    /**
     * What belongs to a secret that is good.
     *
     * @param all what the answer is for: of a series what is still to come
     */
    private record Found(Row row, EventView event, Participant participant, List<EventView> all) {

        boolean isOpen() {
            return "INVITED".equals(row.state())
                    && (event.state() == EventState.PLANNED || event.state() == EventState.IN_PROGRESS);
        }
    }

    /** @return empty for a wrong secret, and for an invitation that was withdrawn with its event */
    public Optional<Asked> find(String token, String language) {
        return found(token).map(each -> asked(each, language));
    }

    /**
     * @throws BusinessException NOT_FOUND for a wrong secret; REFUSED {@code invitation-closed}
     */
    public Asked answer(String token, Answer answer, String language) {
        var found = found(token).orElseThrow(() -> BusinessException.notFound("invitation", "—"));
        if (!found.isOpen() || answer == Answer.NEEDS_ACTION || found.row().answers() >= MOST) {
            throw new BusinessException(Kind.REFUSED, "invitation-closed");
        }
        if (found.participant().answer() != answer) {
            db.run(handle -> handle.createUpdate(
                            "update calendar_invitation set answered_at = :now, answers = answers + 1 where id = :id")
                    .bind("now", clock.instant())
                    .bind("id", found.row().id())
                    .execute());
            found.all().forEach(event -> events.answer(event, participant(found.row(), event), answer));
            tell(found, answer);
        }
        return found(token).map(each -> asked(each, language)).orElseThrow();
    }

    /** The guest's answer counts also where nobody can be told of it; the templates page names what is missing. */
    private void tell(Found found, Answer answer) {
        var organiser = guests.organiser(found.event())
                .filter(each -> each.email() != null)
                .orElse(null);
        if (organiser == null) {
            return;
        }
        try {
            var reference = found.row().id() + "-" + (found.row().answers() + 1);
            mail.answered(found.event(), organiser, found.row().name(), answer, reference);
        } catch (BusinessException e) {
            LOG.warnf("an answer is not told to its organiser: %s %s", e.code(), e.arguments());
        }
    }

    private Optional<Found> found(String token) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        return db.call(handle -> handle.createQuery(
                                """
                                select i.id, i.event_uid, i.email, i.name, i.login, i.contact_id, i.state, i.answers,
                                       t.occurrence
                                from calendar_answer_token t join calendar_invitation i on i.id = t.invitation_id where t.hash = :hash
                                """)
                        .bind("hash", Secrets.hash(token))
                        .map((row, context) -> new Row(
                                row.getLong("id"),
                                row.getObject("event_uid", UUID.class),
                                row.getString("email"),
                                row.getString("name"),
                                row.getString("login"),
                                row.getObject("contact_id", Long.class),
                                row.getString("state"),
                                row.getInt("answers"),
                                row.getTimestamp("occurrence") == null
                                        ? null
                                        : row.getTimestamp("occurrence").toInstant()))
                        .findOne())
                .flatMap(row -> {
                    var meant = meant(row);
                    return meant.stream()
                            .findFirst()
                            .map(event -> new Found(row, event, participant(row, event), meant));
                });
    }

    /** The meeting; of a series those to come that he takes part in, or the one day that the mail was about. */
    private List<EventView> meant(Row row) {
        var thread = threads.find(row.uid()).orElse(null);
        if (thread == null) {
            return List.of();
        }
        if (!thread.isSeries()) {
            return List.of(thread.model());
        }
        var days = thread.series().days().entrySet().stream()
                .filter(day -> day.getValue().isPresent()
                        && (row.occurrence() == null || row.occurrence().equals(day.getKey())))
                .map(day -> day.getValue().get())
                .toList();
        var ahead = days.stream()
                .filter(event -> Piece.of(event).over().isAfter(clock.instant())
                        && event.state().isOpen()
                        && takesPart(row, event).isPresent())
                .toList();
        return !ahead.isEmpty() || days.isEmpty() ? ahead : days.subList(days.size() - 1, days.size());
    }

    /** Somebody who was removed meanwhile is told so: the invitation is closed then. */
    private static Participant participant(Row row, EventView event) {
        return takesPart(row, event).orElse(Participant.guest(row.email(), row.name()));
    }

    private static Optional<Participant> takesPart(Row row, EventView event) {
        return event.meeting().participants().stream()
                .filter(each -> row.login() != null
                        ? row.login().equals(each.user())
                        : row.contactId() != null
                                ? row.contactId().equals(each.contactId())
                                : row.email().equalsIgnoreCase(each.email()))
                .findFirst();
    }

    private Asked asked(Found found, String language) {
        var event = found.event();
        return new Asked(
                event.subject(),
                EventWords.time(event.start(), event.end(), event.allDay(), language),
                event.meeting().place(),
                event.meeting().onlineLink(),
                guests.organiser(event).map(GuestList.Organiser::name).orElse("—"),
                found.row().name(),
                found.participant().answer(),
                found.isOpen());
    }
}
