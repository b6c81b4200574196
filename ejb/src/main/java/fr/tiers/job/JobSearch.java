package fr.tiers.job;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Lists of runs and of what they passed over. */
@ApplicationScoped
public class JobSearch {

    private static final int LARGEST_PAGE = 200;

    private final Db db;
    private final Clock clock;

    protected JobSearch() {
        this(null, null);
    }

    @Inject
    public JobSearch(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<JobExecution> execution(long id) {
        return db.call(handle -> handle.createQuery("select * from job_run where id = :id")
                .bind("id", id)
                .map((row, context) -> execution(row))
                .findOne());
    }

    Optional<JobExecution> latest(String job) {
        return db.call(handle -> handle.createQuery("select * from job_run where job = :job order by id desc limit 1")
                .bind("job", job)
                .map((row, context) -> execution(row))
                .findOne());
    }

    /** @return newest first */
    Slice<JobExecution> executions(String after, int limit) {
        var size = size(limit);
        var rows = db.call(
                handle -> handle.createQuery("select * from job_run where id < :before order by id desc limit :limit")
                        .bind("before", after == null ? Long.MAX_VALUE : cursor(after))
                        .bind("limit", size + 1)
                        .map((row, context) -> execution(row))
                        .list());
        var total = db.call(handle -> handle.createQuery("select count(*) from job_run")
                .mapTo(Long.class)
                .one());
        return slice(rows, size, JobExecution::id, total);
    }

    /** @return in the order they were met */
    Slice<JobSkip> skips(long runId, String after, int limit) {
        var size = size(limit);
        var rows = db.call(handle -> handle.createQuery(
                        """
                        select id, item, tier_id, reason, detail from job_skip
                        where run_id = :runId and id > :after order by id limit :limit
                        """)
                .bind("runId", runId)
                .bind("after", after == null ? 0 : cursor(after))
                .bind("limit", size + 1)
                .map((row, context) -> new JobSkip(
                        row.getLong("id"),
                        row.getString("item"),
                        row.getObject("tier_id", Long.class),
                        row.getString("reason"),
                        row.getString("detail")))
                .list());
        var total = db.call(handle -> handle.createQuery("select count(*) from job_skip where run_id = :runId")
                .bind("runId", runId)
                .mapTo(Long.class)
                .one());
        return slice(rows, size, JobSkip::id, total);
    }

    private static <T> Slice<T> slice(List<T> rows, int size, ToLongFunction<T> id, long total) {
        var items = List.copyOf(rows.subList(0, Math.min(size, rows.size())));
        var next = rows.size() > size ? String.valueOf(id.applyAsLong(items.get(size - 1))) : null;
        return new Slice<>(items, next, total, true);
    }

    private static int size(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw BusinessException.invalid("limit", "out-of-range", 1, LARGEST_PAGE);
        }
        return limit;
    }

    private static long cursor(String after) {
        if (!after.matches("\\d{1,18}")) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        return Long.parseLong(after);
    }

    private JobExecution execution(ResultSet row) throws SQLException {
        var status = JobStatus.valueOf(row.getString("status"));
        var started = row.getTimestamp("started_at").toInstant();
        var ended = instant(row.getTimestamp("ended_at"));
        var read = row.getLong("read");
        var total = row.getLong("total");
        var resumed = instant(row.getTimestamp("resumed_at"));
        var rate = JobExecution.rate(
                read - row.getLong("resumed_from"),
                resumed == null ? started : resumed,
                ended == null ? clock.instant() : ended);
        return new JobExecution(
                row.getLong("id"),
                row.getString("job"),
                status,
                read,
                row.getLong("written"),
                row.getLong("unchanged"),
                row.getLong("skipped"),
                total,
                rate,
                started,
                ended,
                JobExecution.remaining(status, read, total, rate),
                instant(row.getTimestamp("resume_at")),
                row.getBoolean("stop_requested"),
                row.getString("requested_by"),
                JobLedger.read(row.getString("parameters")),
                row.getString("failure"),
                row.getString("failure_detail"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
