package fr.tiers.quality;

import fr.tiers.kernel.Db;
import fr.tiers.tier.StartingScore;
import fr.tiers.tier.TierTouched;
import fr.tiers.tier.TiersCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Keeps the scores: of one tier in the transaction that touched it, of many for the job. */
@ApplicationScoped
public class QualityStore implements StartingScore {

    private final Db db;
    private final Clock clock;

    protected QualityStore() {
        this(null, null);
    }

    @Inject
    public QualityStore(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void touched(@Observes TierTouched event) {
        recompute(List.of(event.tierId()));
    }

    @Override
    public String of(String tiers) {
        return QualitySql.scores(tiers, QualitySql.AS_SET);
    }

    /** What they start with was written with them. */
    void created(@Observes TiersCreated event) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into quality_score (tier_id, day, score, max)
                        select id, :today, quality, quality_max from tier where id = any(:ids)
                        on conflict (tier_id, day) do update set score = excluded.score, max = excluded.max
                        """)
                .bind("today", LocalDate.now(clock))
                .bindArray("ids", Long.class, event.tierIds())
                .execute());
    }

    /** @return how many scores changed; repeating it changes none */
    public int recompute(Collection<Long> ids) {
        // Whoever touches the same tiers waits for us, and then sees what we have written: no score is counted from
        // half the truth.
        db.run(handle -> handle.createQuery("select id from tier where id = any(:ids) order by id for no key update")
                .bindArray("ids", Long.class, ids)
                .mapTo(Long.class)
                .list());
        return db.call(handle -> at(clock, handle.createUpdate(QualitySql.recompute()))
                .bindArray("ids", Long.class, ids)
                .execute());
    }

    /** Sets the day and the moment that are looked at. */
    static <S extends SqlStatement<S>> S at(Clock clock, S statement) {
        return statement.bind("today", LocalDate.now(clock)).bind("now", clock.instant());
    }
}
