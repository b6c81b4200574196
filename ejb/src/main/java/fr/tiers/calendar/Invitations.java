package fr.tiers.calendar;

import fr.tiers.access.Callers;
import fr.tiers.event.EventAnswers;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.event.Participant.Answer;
import fr.tiers.event.SeriesReader;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Whether the participants of a meeting are written to, and how far that has come. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Invitations {

    @Inject
    Db db;

    @Inject
    Events events;

    @Inject
    GuestList guests;

    @Inject
    CalendarThreads threads;

    @Inject
    SeriesReader series;

    @Inject
    InvitationTeller teller;

    @Inject
    EventAnswers answers;

    @Inject
    Callers callers;

    /**
     * @param send whether participants get mails
     * @param possible whether the caller may decide it
     */
    public record OfEvent(boolean send, boolean possible, List<Guest> guests) implements Serializable {}

    private record Told(Instant sentAt, Instant answeredAt) {}

    /** @throws BusinessException NOT_FOUND for an event that is not the caller's to see */
    public OfEvent of(long eventId) {
        return of(events.get(eventId));
    }

    private OfEvent of(EventView event) {
        var told = told(event);
        var list = guests.of(event).stream().map(each -> guest(each, told)).toList();
        return new OfEvent(threads.isWriting(event), event.meeting() != null && events.mayEdit(event), list);
    }

    private static Guest guest(GuestList.Addressee person, Map<String, Told> told) {
        var mails = person.email() == null ? null : told.get(person.email().toLowerCase(Locale.ROOT));
        var state = person.email() == null
                ? Guest.State.NO_ADDRESS
                : mails == null ? Guest.State.NOT_INVITED : Guest.State.INVITED;
        return new Guest(
                person.name(),
                person.email(),
                state,
                person.participant().answer(),
                mails == null ? null : mails.sentAt(),
                mails == null ? null : mails.answeredAt());
    }

    private Map<String, Told> told(EventView event) {
        return db.call(handle -> handle
                .createQuery(
                        """
                        select lower(email) as email, sent_at, answered_at from calendar_invitation
                        where event_uid = :uid and state = 'INVITED'
                        """)
                .bind("uid", threads.nameOf(event))
                .map((row, context) -> Map.entry(
                        row.getString("email"),
                        new Told(row.getTimestamp("sent_at").toInstant(), instant(row.getTimestamp("answered_at")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * Switched on, everybody who has an address is invited at once, and told of what changes; switched off, nothing more is sent but the
     * end of what had been invited to. Of a series it is for all of it: one invitation.
     *
     * @throws BusinessException NOT_FOUND, FORBIDDEN; REFUSED {@code invitation-no-meeting}, {@code template-missing}
     */
    public OfEvent choose(long eventId, boolean send) {
        var event = events.get(eventId);
        if (!events.mayEdit(event)) {
            throw new BusinessException(Kind.FORBIDDEN, "event-not-yours");
        }
        if (event.meeting() == null) {
            throw new BusinessException(Kind.REFUSED, "invitation-no-meeting");
        }
        if (event.series() != null) {
            series.invite(event.series().id(), send);
        } else {
            write(eventId, send);
        }
        if (send) {
            teller.tell(threads.nameOf(event));
        }
        return of(event);
    }

    private void write(long eventId, boolean send) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into event_invite (event_id, send) values (:event, :send)
                        on conflict on constraint event_invite_pk do update set send = excluded.send
                        """)
                .bind("event", eventId)
                .bind("send", send)
                .execute());
    }

    /**
     * The caller's own answer to being named as a participant.
     *
     * @throws BusinessException NOT_FOUND; REFUSED {@code invitation-not-invited} for somebody who does not take part
     */
    public OfEvent answer(long eventId, Answer answer) {
        var event = events.get(eventId);
        var login = callers.current().login();
        var participant = event.meeting() == null
                ? null
                : event.meeting().participants().stream()
                        .filter(each -> login.equals(each.user()))
                        .findFirst()
                        .orElse(null);
        if (participant == null) {
            throw new BusinessException(Kind.REFUSED, "invitation-not-invited");
        }
        answers.answer(event, participant, answer);
        return of(events.get(eventId));
    }
}
