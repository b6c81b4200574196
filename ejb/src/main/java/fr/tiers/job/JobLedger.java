package fr.tiers.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The SQL of {@code job_run}: opening, ending, taking over. Each change of state is one conditional statement, so that of two nodes one
 * wins; the lease number tells the loser.
 */
@ApplicationScoped
public class JobLedger {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Db db;
    private final Clock clock;

    protected JobLedger() {
        this(null, null);
    }

    @Inject
    public JobLedger(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Waits for a transaction that is opening a run of the same job, and goes by how it ends.
     *
     * @return the new run's id; empty while another run of the job is active, on whatever node. Like {@link #reopen} it may leave the
     *     transaction unusable then: the caller gives it up
     */
    OptionalLong open(String job, Map<String, String> parameters, String login) {
        try {
            return insert(job, parameters, login);
        } catch (UnableToExecuteStatementException e) {
            if (isTaken(e)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private OptionalLong insert(String job, Map<String, String> parameters, String login) {
        var id = db.call(handle -> handle.createQuery(
                        """
                        insert into job_run (job, status, parameters, requested_by, node, lease, heartbeat_at, started_at)
                        values (:job, 'STARTING', cast(:parameters as jsonb), :login, :node, 1, :now, :now)
                        on conflict (job, coalesce(parameters ->> 'lane', '')) where status in ('STARTING', 'RUNNING') do nothing
                        returning id
                        """)
                .bind("job", job)
                .bind("parameters", write(parameters))
                .bind("login", login)
                .bind("node", Node.name())
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .findOne());
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /** @return false when another run of the job is active, or this one is not one to restart */
    boolean reopen(long id) {
        try {
            return update(
                    """
                    update job_run set status = 'STARTING', stop_requested = false, ended_at = null, failure = null,
                           failure_detail = null, attempts = 0, resume_at = null, lease = lease + 1, node = :node,
                           heartbeat_at = :now, resumed_at = :now, resumed_from = read
                    where id = :id and status in ('FAILED', 'STOPPED')
                    """,
                    id,
                    Map.of("node", Node.name()));
        } catch (UnableToExecuteStatementException e) {
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The other run is committed, or its transaction lasts longer than we may wait for a lock. */
    private static boolean isTaken(UnableToExecuteStatementException e) {
        return e.getCause() instanceof SQLException sql
                && (UNIQUE_VIOLATION.equals(sql.getSQLState()) || LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }

    /** Takes a run whose node has fallen silent, or whose pause is over. @return false when another node was faster */
    boolean take(JobRun run, Duration silence) {
        return update(
                """
                update job_run set lease = lease + 1, node = :node, heartbeat_at = :now, resume_at = null,
                       resumed_at = :now, resumed_from = read
                where id = :id and lease = :lease and status in ('STARTING', 'RUNNING')
                  and case when resume_at is null then heartbeat_at < :silentSince else resume_at <= :now end
                """,
                run.id(),
                Map.of(
                        "node",
                        Node.name(),
                        "lease",
                        run.lease(),
                        "silentSince",
                        clock.instant().minus(silence)));
    }

    /** @return active runs that no node is working on */
    List<JobRun> orphans(Duration silence) {
        var now = clock.instant();
        return db.call(handle -> handle.createQuery(
                        """
                        select id, job, lease, parameters, started_at, attempts from job_run
                        where status in ('STARTING', 'RUNNING')
                          and case when resume_at is null then heartbeat_at < :silentSince else resume_at <= :now end
                        order by id
                        """)
                .bind("now", now)
                .bind("silentSince", now.minus(silence))
                .map((row, context) -> run(row))
                .list());
    }

    Optional<JobRun> run(long id) {
        return db.call(handle -> handle.createQuery(
                        "select id, job, lease, parameters, started_at, attempts from job_run where id = :id")
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne());
    }

    boolean launched(long id, long lease, long executionId) {
        return update(
                "update job_run set execution_id = :executionId, heartbeat_at = :now where id = :id and lease = :lease",
                id,
                Map.of("lease", lease, "executionId", executionId));
    }

    boolean running(long id, long lease) {
        return update(
                """
                update job_run set status = 'RUNNING', heartbeat_at = :now
                where id = :id and lease = :lease and status in ('STARTING', 'RUNNING')
                """,
                id,
                Map.of("lease", lease));
    }

    boolean requestStop(long id) {
        return db.call(handle -> handle.execute(
                        "update job_run set stop_requested = true where id = ? and status in ('STARTING', 'RUNNING')",
                        id))
                == 1;
    }

    /** A run that only waits for its provider has no thread that could stop it. */
    boolean stopWaiting(long id) {
        return update(
                """
                update job_run set status = 'STOPPED', ended_at = :now, resume_at = null, lease = lease + 1
                where id = :id and status in ('STARTING', 'RUNNING') and stop_requested and resume_at is not null
                """,
                id,
                Map.of());
    }

    /** @return whether a stop is wanted; empty when the run is no longer ours */
    Optional<Boolean> beat(long id, long lease) {
        return db.call(handle -> handle.createQuery(
                        """
                        update job_run set heartbeat_at = :now
                        where id = :id and lease = :lease and status in ('STARTING', 'RUNNING')
                        returning stop_requested
                        """)
                .bind("id", id)
                .bind("lease", lease)
                .bind("now", clock.instant())
                .mapTo(Boolean.class)
                .findOne());
    }

    /** @param failure null unless failed */
    boolean end(long id, long lease, JobStatus status, String failure, String detail) {
        return db.call(handle -> handle.createUpdate(
                                """
                                update job_run set status = :status, ended_at = :now, heartbeat_at = :now, resume_at = null,
                                       failure = :failure, failure_detail = :detail
                                where id = :id and lease = :lease and status in ('STARTING', 'RUNNING')
                                """)
                        .bind("id", id)
                        .bind("lease", lease)
                        .bind("status", status)
                        .bind("failure", failure)
                        .bind("detail", detail)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    boolean postpone(long id, long lease, Instant until, String failure, String detail) {
        return db.call(handle -> handle.createUpdate(
                                """
                                update job_run set resume_at = :until, attempts = attempts + 1, heartbeat_at = :now,
                                       failure = :failure, failure_detail = :detail
                                where id = :id and lease = :lease and status in ('STARTING', 'RUNNING') and not stop_requested
                                """)
                        .bind("id", id)
                        .bind("lease", lease)
                        .bind("until", until)
                        .bind("failure", failure)
                        .bind("detail", detail)
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    private boolean update(String sql, long id, Map<String, ?> values) {
        return db.call(handle -> handle.createUpdate(sql)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .bindMap(values)
                        .execute())
                == 1;
    }

    private static JobRun run(ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("job"),
                row.getLong("lease"),
                read(row.getString("parameters")),
                row.getTimestamp("started_at").toInstant(),
                row.getInt("attempts"));
    }

    static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable parameters of a run", e);
        }
    }

    private static String write(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable parameters of a run", e);
        }
    }
}
