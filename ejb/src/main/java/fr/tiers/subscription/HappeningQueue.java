package fr.tiers.subscription;

import fr.tiers.happening.Happening;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Keeps what has happened until it is told: one row in the transaction of its cause, however many follow the tier. Who they are is asked
 * when it is told, by {@link Teller}.
 */
@ApplicationScoped
public class HappeningQueue {

    private final Db db;
    private final Clock clock;

    protected HappeningQueue() {
        this(null, null);
    }

    @Inject
    public HappeningQueue(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void happened(@Observes Happening happening) {
        // A conversion changes types and code: one thing has happened, and it has a name of its own.
        db.run(handle -> handle.createUpdate(
                        """
                        insert into happening (tier_id, code, arguments, fields, thing_id, author, at)
                        select :tier, :code, :arguments, :fields, cast(:thing as bigint), :author, cast(:now as timestamptz)
                        where :code <> 'TIER_MODIFIED' or not cast(:fields as text[]) <@ array['types', 'code']
                           or not exists (select 1 from happening h where h.tier_id = :tier and h.code like 'CONVERTED%'
                                          and h.xmin = pg_current_xact_id()::xid)
                        """)
                .bind("tier", happening.tierId())
                .bind("code", happening.code().name())
                .bindArray("arguments", String.class, happening.arguments())
                .bindArray("fields", String.class, happening.fields())
                .bind("thing", happening.thingId())
                .bind("author", happening.author().login())
                .bind("now", clock.instant())
                .execute());
    }
}
