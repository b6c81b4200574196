package fr.tiers.calendar;

import fr.tiers.calendar.InvitationMail.Invited;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of who has been told what, and of what is to be told. Decides nothing. */
@ApplicationScoped
public class InvitationRows {

    private final Db db;
    private final Clock clock;

    protected InvitationRows() {
        this(null, null);
    }

    @Inject
    public InvitationRows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A guest and what his calendar knows. */
    record Known(Invited invited, Told told) {}

    /**
     * What was told last under a name.
     *
     * @param tierId null when there is no such tier any more
     * @param overAt null for what has no end
     */
    record Summary(Piece piece, Long tierId, Instant overAt) {}

    /** @return the name of what has been due longest; no other node gets it until this transaction ends */
    Optional<UUID> nextDue(Instant now) {
        return db.call(handle -> handle.createQuery(
                        "select uid from calendar_thread where due_at <= :now order by due_at, uid limit 1 for update skip locked")
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne());
    }

    void putOff(UUID uid, String problem, Instant until) {
        db.run(handle -> handle.createUpdate(
                        "update calendar_thread set problem = :problem, due_at = :until where uid = :uid")
                .bind("problem", problem)
                .bind("until", until)
                .bind("uid", uid)
                .execute());
    }

    /**
     * There is something to be told.
     *
     * @param opens whether that holds also where nobody has been told anything yet
     */
    void due(UUID uid, Instant at, boolean opens) {
        int known = db.call(
                handle -> handle.createUpdate("update calendar_thread set due_at = least(due_at, :at) where uid = :uid")
                        .bind("uid", uid)
                        .bind("at", at)
                        .execute());
        if (known == 0 && opens) {
            db.run(handle -> handle.createUpdate(
                            """
                            insert into calendar_thread (uid, due_at) values (:uid, :at)
                            on conflict on constraint calendar_thread_pk do update set due_at = least(calendar_thread.due_at, excluded.due_at)
                            """)
                    .bind("uid", uid)
                    .bind("at", at)
                    .execute());
        }
    }

    boolean isKnown(UUID uid) {
        return db.call(handle -> handle.createQuery("select exists (select 1 from calendar_thread where uid = :uid)")
                .bind("uid", uid)
                .mapTo(Boolean.class)
                .one());
    }

    Set<String> languages(UUID uid) {
        return db.call(handle -> handle.createQuery(
                        "select distinct language from calendar_invitation where event_uid = :uid and state = 'INVITED'")
                .bind("uid", uid)
                .mapTo(String.class)
                .set());
    }

    /** The row stays locked: a change meanwhile is told after this. */
    Optional<Summary> summary(UUID uid) {
        return db.call(handle -> handle.createQuery(
                        """
                        select h.*, (select t.id from tier t where t.id = h.tier_id) as known_tier from calendar_thread h
                        where h.uid = :uid and h.starts_at is not null for update of h
                        """)
                .bind("uid", uid)
                .map((row, context) -> new Summary(
                        new Piece(
                                instant(row, "starts_at"),
                                instant(row, "ends_at"),
                                row.getBoolean("all_day"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("place"),
                                row.getString("online_link"),
                                row.getBoolean("private"),
                                row.getString("organiser")),
                        row.getObject("known_tier", Long.class),
                        instant(row, "over_at")))
                .findOne());
    }

    /** Told: nothing is due until the next change. */
    void told(CalendarThread thread, Instant overAt) {
        var piece = thread.master();
        db.run(handle -> handle.createUpdate(
                        """
                        insert into calendar_thread (uid, organiser, tier_id, subject, body, place, online_link, private, starts_at, ends_at,
                                                     all_day, over_at)
                        values (:uid, :organiser, :tier, :subject, :body, :place, :onlineLink, :isPrivate, :start, :end, :allDay, :over)
                        on conflict on constraint calendar_thread_pk do update set due_at = null, problem = null,
                            organiser = excluded.organiser, tier_id = excluded.tier_id, subject = excluded.subject, body = excluded.body,
                            place = excluded.place, online_link = excluded.online_link, private = excluded.private,
                            starts_at = excluded.starts_at, ends_at = excluded.ends_at, all_day = excluded.all_day,
                            over_at = excluded.over_at
                        """)
                .bind("uid", thread.uid())
                .bind("tier", thread.model().tierId())
                .bind("organiser", piece.organiser())
                .bind("subject", piece.subject())
                .bind("body", piece.body())
                .bind("place", piece.place())
                .bind("onlineLink", piece.onlineLink())
                .bind("isPrivate", piece.isPrivate())
                .bind("start", piece.start())
                .bind("end", piece.end())
                .bind("allDay", piece.allDay())
                .bind("over", overAt)
                .execute());
    }

    /** In the order of their coming. */
    LinkedHashMap<String, Known> invited(UUID uid) {
        var found = new LinkedHashMap<String, Known>();
        db.run(handle -> handle.createQuery(
                        """
                        select id, name, email, language, sequence, told from calendar_invitation
                        where event_uid = :uid and state = 'INVITED' order by id for update
                        """)
                .bind("uid", uid)
                .map((row, context) -> new Known(invited(row), Told.of(lines(row))))
                .forEach(each -> found.put(each.invited().email().toLowerCase(Locale.ROOT), each)));
        return found;
    }

    /** Somebody who was invited before the version that keeps what was told has been told something, nobody knows what. */
    private static List<String> lines(ResultSet row) throws SQLException {
        var lines = (String[]) row.getArray("told").getArray();
        return lines.length == 0 ? List.of("* unknown unknown") : List.of(lines);
    }

    /** Somebody who was invited before and is again goes on counting. */
    Invited open(CalendarThread thread, GuestList.Addressee person, Told told) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into calendar_invitation (event_uid, email, name, language, login, contact_id, state, sequence, sent_at, told)
                        values (:uid, :email, :name, :language, :login, :contact, 'INVITED', :sequence, :now, :told)
                        on conflict (event_uid, lower(email)) do update set state = 'INVITED', name = excluded.name,
                            language = excluded.language, login = excluded.login, contact_id = excluded.contact_id,
                            sequence = greatest(excluded.sequence, calendar_invitation.sequence + 1), sent_at = excluded.sent_at,
                            told = excluded.told
                        returning id, name, email, language, sequence
                        """)
                .bind("uid", thread.uid())
                .bind("email", person.email())
                .bind("name", person.name())
                .bind("language", person.language())
                .bind("login", person.participant().user())
                .bind("contact", person.participant().contactId())
                .bind("sequence", thread.isSeries() ? 0 : thread.model().sequence())
                .bind("now", clock.instant())
                .bindArray("told", String.class, told.lines())
                .map((row, context) -> invited(row))
                .one());
    }

    /** One more mail: calendars heed the one with the higher number. */
    Invited again(Invited guest, Told told, boolean ends) {
        return db.call(handle -> handle.createQuery(
                        """
                        update calendar_invitation set state = :state, sequence = sequence + 1, sent_at = :now, told = :told
                        where id = :id returning id, name, email, language, sequence
                        """)
                .bind("state", ends ? "CANCELLED" : "INVITED")
                .bind("now", clock.instant())
                .bindArray("told", String.class, told.lines())
                .bind("id", guest.id())
                .map((row, context) -> invited(row))
                .one());
    }

    void forgetAnswers(List<Long> events) {
        if (!events.isEmpty()) {
            db.run(handle -> handle.createUpdate(
                            "update event_participant set answer = 'NEEDS_ACTION' where event_id = any(:events) and answer <> 'NEEDS_ACTION'")
                    .bindArray("events", Long.class, events)
                    .execute());
        }
    }

    void forget(UUID uid) {
        db.run(handle -> {
            handle.execute("delete from calendar_invitation where event_uid = ?", uid);
            handle.execute("delete from calendar_thread where uid = ?", uid);
        });
    }

    private static Invited invited(ResultSet row) throws SQLException {
        return new Invited(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getInt("sequence"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
