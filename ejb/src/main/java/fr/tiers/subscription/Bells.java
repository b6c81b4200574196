package fr.tiers.subscription;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** When somebody's notifications last changed. One small row per user, which each node looks at to wake the browsers it serves. */
@ApplicationScoped
public class Bells {

    private final Db db;
    private final Clock clock;

    protected Bells() {
        this(null, null);
    }

    @Inject
    public Bells(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whose bell changed, and when. */
    public record Ring(String login, Instant at) {}

    void ring(long userId) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into bell as b (user_id, changed_at) values (:user, :now)
                        on conflict (user_id) do update set changed_at = greatest(excluded.changed_at, b.changed_at + interval '1 ms')
                        """)
                .bind("user", userId)
                .bind("now", clock.instant())
                .execute());
    }

    /** @return of the bells that changed since then */
    public List<Ring> since(Instant moment) {
        return db.call(handle -> handle.createQuery(
                        "select u.login, b.changed_at from bell b join app_user u on u.id = b.user_id where b.changed_at > :since")
                .bind("since", Timestamp.from(moment))
                .map((row, context) -> new Ring(
                        row.getString("login"), row.getTimestamp("changed_at").toInstant()))
                .list());
    }
}
