package fr.tiers.calendar;

import fr.tiers.access.Callers;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The secret address under which the caller's own calendar programs read the agenda. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class CalendarFeeds {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    Callers callers;

    /**
     * @param active whether there is an address; the rest is empty without
     * @param privateDetails whether private entries say what they are
     * @param readAt when a program last asked; null for never
     */
    public record State(boolean active, boolean privateDetails, Instant createdAt, Instant readAt)
            implements Serializable {

        static final State NONE = new State(false, false, null, null);
    }

    public State state() {
        return db.call(handle -> handle.createQuery(
                                "select private_details, created_at, read_at from calendar_feed where user_id = :user")
                        .bind("user", callers.current().userId())
                        .map((row, context) -> new State(
                                true,
                                row.getBoolean("private_details"),
                                row.getTimestamp("created_at").toInstant(),
                                instant(row.getTimestamp("read_at"))))
                        .findOne())
                .orElse(State.NONE);
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A new secret; the one before is worth nothing from now on.
     *
     * @return the secret, shown this once
     */
    public String renew(boolean privateDetails) {
        var token = Secrets.draw();
        db.run(handle -> handle.createUpdate(
                        """
                        insert into calendar_feed (user_id, token_hash, private_details, created_at)
                        values (:user, :hash, :details, :now)
                        on conflict on constraint calendar_feed_pk do update set token_hash = excluded.token_hash,
                            private_details = excluded.private_details, created_at = excluded.created_at, read_at = null
                        """)
                .bind("user", callers.current().userId())
                .bind("hash", Secrets.hash(token))
                .bind("details", privateDetails)
                .bind("now", clock.instant())
                .execute());
        return token;
    }

    /** Changes what the address shows, not the address; without one nothing happens. */
    public State choose(boolean privateDetails) {
        db.run(handle -> handle.createUpdate(
                        "update calendar_feed set private_details = :details where user_id = :user")
                .bind("details", privateDetails)
                .bind("user", callers.current().userId())
                .execute());
        return state();
    }

    public void revoke() {
        db.run(handle -> handle.createUpdate("delete from calendar_feed where user_id = :user")
                .bind("user", callers.current().userId())
                .execute());
    }
}
