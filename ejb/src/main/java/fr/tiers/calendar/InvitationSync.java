package fr.tiers.calendar;

import fr.tiers.event.EventChanged;
import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Keeps the invitations of a meeting as its participants, time and place are, in the transaction in which they change. Who is written to
 * is decided for each meeting; who has been invited is told of its end in any case.
 */
@ApplicationScoped
public class InvitationSync {

    private final Db db;
    private final Clock clock;
    private final GuestList guests;
    private final InvitationMail mail;

    protected InvitationSync() {
        this(null, null, null, null);
    }

    @Inject
    public InvitationSync(Db db, Clock clock, GuestList guests, InvitationMail mail) {
        this.db = db;
        this.clock = clock;
        this.guests = guests;
        this.mail = mail;
    }

    void changed(@Observes EventChanged change) {
        // nobody is invited to what has only just come: whether to write is said afterwards
        if (change.before() != null && change.before().meeting() != null) {
            if (change.after() == null) {
                gone(change.before());
            } else {
                sync(change.before(), change.after());
            }
        }
    }

    /** Invites those who have not been; called when writing is switched on. */
    void begin(EventView event) {
        sync(event, event);
    }

    boolean isWriting(long eventId) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from event_invite where event_id = :event and send)")
                .bind("event", eventId)
                .mapTo(Boolean.class)
                .one());
    }

    private void sync(EventView before, EventView after) {
        var invited = invited(after);
        boolean writing = isWriting(after.id());
        if (invited.isEmpty() && !writing || isOver(before) && isOver(after)) {
            return;
        }
        if (after.state() == EventState.CANCELLED) {
            cancel(CalendarVocabulary.MEETING_CANCELLED, after, List.copyOf(invited.values()));
            return;
        }
        if (after.state() == EventState.DONE) {
            return;
        }
        var wished = guests.byAddress(after);
        cancel(
                CalendarVocabulary.GUEST_REMOVED,
                after,
                invited.entrySet().stream()
                        .filter(each -> !wished.containsKey(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
        if (writing) {
            invite(before, after, invited, wished);
        }
    }

    private void invite(
            EventView before,
            EventView after,
            Map<String, InvitationMail.Invited> invited,
            Map<String, GuestList.Addressee> wished) {
        var organiser = guests.organiser(after).orElse(null);
        if (organiser == null || isOver(after)) {
            return;
        }
        var people = List.copyOf(wished.values());
        var added = mail.about(CalendarVocabulary.GUEST_ADDED, after, organiser, people);
        wished.forEach((address, person) -> {
            if (!invited.containsKey(address)) {
                added.invite(open(after, person));
            }
        });
        if (isMoved(before, after)) {
            var moved = mail.about(CalendarVocabulary.MEETING_MOVED, after, organiser, people);
            invited.forEach((address, guest) -> {
                if (wished.containsKey(address)) {
                    moved.invite(again(guest, after, "INVITED"));
                }
            });
            forgetAnswers(after.id());
        }
    }

    /** An answer was to another time. */
    private void forgetAnswers(long eventId) {
        db.run(handle -> handle.execute(
                "update event_participant set answer = 'NEEDS_ACTION' where event_id = ? and answer <> 'NEEDS_ACTION'",
                eventId));
    }

    private void gone(EventView event) {
        var invited = invited(event);
        if (!isOver(event) && event.state() != EventState.DONE) {
            cancel(CalendarVocabulary.MEETING_CANCELLED, event, List.copyOf(invited.values()));
        }
        db.run(handle -> handle.execute("delete from calendar_invitation where event_uid = ?", event.uid()));
    }

    private void cancel(String purpose, EventView event, List<InvitationMail.Invited> whom) {
        if (whom.isEmpty()) {
            return;
        }
        guests.organiser(event).ifPresent(organiser -> {
            var occasion = mail.about(purpose, event, organiser, List.of());
            whom.forEach(guest -> occasion.cancel(again(guest, event, "CANCELLED")));
        });
    }

    private Map<String, InvitationMail.Invited> invited(EventView event) {
        var found = new LinkedHashMap<String, InvitationMail.Invited>();
        db.run(handle -> handle.createQuery(
                        """
                        select id, name, email, language, sequence from calendar_invitation
                        where event_uid = :uid and state = 'INVITED' order by id for update
                        """)
                .bind("uid", event.uid())
                .map((row, context) -> invited(row))
                .forEach(each -> found.put(each.email().toLowerCase(Locale.ROOT), each)));
        return found;
    }

    /** Somebody who was invited before and is again goes on counting. */
    private InvitationMail.Invited open(EventView event, GuestList.Addressee person) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into calendar_invitation (event_uid, email, name, language, login, contact_id, state, sequence, sent_at)
                        values (:uid, :email, :name, :language, :login, :contact, 'INVITED', :sequence, :now)
                        on conflict (event_uid, lower(email)) do update set state = 'INVITED', name = excluded.name,
                            language = excluded.language, login = excluded.login, contact_id = excluded.contact_id,
                            sequence = greatest(excluded.sequence, calendar_invitation.sequence + 1), sent_at = excluded.sent_at
                        returning id, name, email, language, sequence
                        """)
                .bind("uid", event.uid())
                .bind("email", person.email())
                .bind("name", person.name())
                .bind("language", person.language())
                .bind("login", person.participant().user())
                .bind("contact", person.participant().contactId())
                .bind("sequence", event.sequence())
                .bind("now", clock.instant())
                .map((row, context) -> invited(row))
                .one());
    }

    private InvitationMail.Invited again(InvitationMail.Invited guest, EventView event, String state) {
        return db.call(handle -> handle.createQuery(
                        """
                        update calendar_invitation set state = :state, sequence = greatest(:sequence, sequence + 1), sent_at = :now
                        where id = :id returning id, name, email, language, sequence
                        """)
                .bind("state", state)
                .bind("sequence", event.sequence())
                .bind("now", clock.instant())
                .bind("id", guest.id())
                .map((row, context) -> invited(row))
                .one());
    }

    private static InvitationMail.Invited invited(ResultSet row) throws SQLException {
        return new InvitationMail.Invited(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getInt("sequence"));
    }

    /** What calendars have to hear of. */
    private static boolean isMoved(EventView before, EventView after) {
        return !before.start().equals(after.start())
                || !Objects.equals(before.end(), after.end())
                || before.allDay() != after.allDay()
                || !Objects.equals(before.meeting().place(), after.meeting().place())
                || !Objects.equals(
                        before.meeting().onlineLink(), after.meeting().onlineLink());
    }

    private boolean isOver(EventView event) {
        Instant end = event.end() == null ? event.start() : event.end();
        return event.allDay()
                ? EventWords.lastDay(event.start(), event.end()).isBefore(EventWords.firstDay(clock.instant()))
                : !end.isAfter(clock.instant());
    }
}
