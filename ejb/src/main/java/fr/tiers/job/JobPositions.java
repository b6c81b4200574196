package fr.tiers.job;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The SQL of {@code job_partition} and of the counters: how far a run has got, moved in the transaction that does the work. */
@ApplicationScoped
public class JobPositions {

    private final Db db;
    private final Clock clock;

    protected JobPositions() {
        this(null, null);
    }

    @Inject
    public JobPositions(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<JobPartition> of(long runId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select number, from_id, to_id, position from job_partition where run_id = :runId order by number
                        """)
                .bind("runId", runId)
                .map((row, context) -> new JobPartition(
                        row.getInt("number"), row.getLong("from_id"), row.getLong("to_id"), row.getLong("position")))
                .list());
    }

    /** @throws LostRunException when the run is no longer ours */
    void plan(long runId, long lease, List<JobPartition> partitions, long total) {
        db.run(handle -> {
            var owned = handle.createUpdate("update job_run set total = :total where id = :id and lease = :lease")
                    .bind("total", total)
                    .bind("id", runId)
                    .bind("lease", lease)
                    .execute();
            if (owned == 0) {
                throw new LostRunException(runId);
            }
            var batch = handle.prepareBatch(
                    """
                    insert into job_partition (run_id, number, from_id, to_id, position)
                    values (:runId, :number, :fromId, :toId, :position)
                    """);
            partitions.forEach(partition ->
                    batch.bind("runId", runId).bindMethods(partition).add());
            batch.execute();
        });
    }

    /**
     * Moves a partition on and adds to the counters.
     *
     * @throws LostRunException when the run is no longer ours, or the chunk was counted already
     */
    void advance(long runId, long lease, JobProgress progress) {
        var moved = db.call(handle -> handle.createUpdate(
                        """
                        update job_partition set position = :to
                        where run_id = :runId and number = :partition and position = :from
                        """)
                .bind("runId", runId)
                .bindMethods(progress)
                .execute());
        var counted = db.call(handle -> handle.createUpdate(
                        """
                        update job_run set read = read + :read, written = written + :written, unchanged = unchanged + :unchanged,
                               skipped = skipped + :skipped, heartbeat_at = :now, attempts = 0, failure = null, failure_detail = null
                        where id = :runId and lease = :lease and status in ('STARTING', 'RUNNING')
                        """)
                .bind("runId", runId)
                .bind("lease", lease)
                .bindMethods(progress)
                .bind("now", clock.instant())
                .execute());
        if (moved == 0 || counted == 0) {
            throw new LostRunException(runId);
        }
    }

    void skip(long runId, String item, long tierId, String reason, String detail) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into job_skip (run_id, item, tier_id, reason, detail)
                        values (:runId, :item, (select id from tier where id = :tierId), :reason, :detail)
                        """)
                .bind("runId", runId)
                .bind("item", item)
                .bind("tierId", tierId)
                .bind("reason", reason)
                .bind("detail", detail)
                .execute());
    }
}
