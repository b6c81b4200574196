package fr.tiers.job;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestCallers;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.kernel.TestEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A start belongs to the caller's transaction; the engine hears of it afterwards, or not at all. */
@Timeout(60)
class JobsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.fresh();
    private final MovableClock clock = new MovableClock("2026-11-22T10:00:00Z");
    private final JobLedger ledger = new JobLedger(database.db(), clock);
    private final JobSearch search = new JobSearch(database.db(), clock);
    private final Engine engine = new Engine();
    private final JobLaunchers launchers = new JobLaunchers(List.of(engine));
    private final JobStarter starter = new JobStarter(ledger, launchers);
    private final TestEvent<JobOpened> opened = new TestEvent<>();
    private final Jobs jobs = new Jobs(ledger, search, new TestCallers(), launchers, opened);
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void aStartOpensTheRunAndLaunchesNothingYet() {
        var run = database.inTransaction(() -> jobs.start("key-figures", Map.of()));

        assertThat(run.status()).isEqualTo(JobStatus.STARTING);
        assertThat(engine.launched).isEmpty();
        starter.launch(opened.fired().get(0));
        assertThat(engine.launched).extracting(JobRun::id).containsExactly(run.id());
    }

    @Test
    void anUnknownJobIsNotFound() {
        assertThatThrownBy(() -> jobs.start("nonsense", Map.of()))
                .isInstanceOfSatisfying(
                        BusinessException.class, e -> assertThat(e.kind()).isEqualTo(BusinessException.Kind.NOT_FOUND));
    }

    @Test
    void aRolledBackStartLeavesNoRunAndFreesTheWay() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    jobs.start("key-figures", Map.of());
                    throw new IllegalStateException("the caller fails afterwards");
                }))
                .hasMessageContaining("the caller fails afterwards");

        assertThat(search.executions(null, 10).items()).isEmpty();
        assertThat(database.inTransaction(() -> jobs.start("key-figures", Map.of()))
                        .status())
                .isEqualTo(JobStatus.STARTING);
    }

    @Test
    void aRolledBackRestartLeavesTheRunAsItWas() {
        var id = failed();

        assertThatThrownBy(() -> database.inTransaction(() -> {
                    jobs.restart(id);
                    throw new IllegalStateException("the caller fails afterwards");
                }))
                .hasMessageContaining("the caller fails afterwards");

        assertThat(search.execution(id).orElseThrow().status()).isEqualTo(JobStatus.FAILED);
        starter.launch(opened.fired().get(0));
        assertThat(engine.launched).isEmpty();
    }

    @Test
    void aRunThatWasOpenedButNeverLaunchedIsTakenUpWhenItsLeaseIsOver() {
        var run = database.inTransaction(() -> jobs.start("key-figures", Map.of()));
        clock.pass(LEASE.plusSeconds(1));
        var orphan = ledger.orphans(LEASE).get(0);
        assertThat(orphan.id()).isEqualTo(run.id());
        assertThat(ledger.take(orphan, LEASE)).isTrue();

        // The thread that was to launch it comes too late.
        starter.launch(opened.fired().get(0));

        assertThat(engine.launched).isEmpty();
    }

    @Test
    void aStopThatIsAskedForBeforeTheLaunchIsHeard() {
        var run = database.inTransaction(() -> jobs.start("key-figures", Map.of()));
        jobs.stop(run.id());

        starter.launch(opened.fired().get(0));

        assertThat(engine.launched).isEmpty();
        assertThat(search.execution(run.id()).orElseThrow().status()).isEqualTo(JobStatus.STOPPED);
    }

    @Test
    void aRunThatTheEngineRefusesHasFailed() {
        engine.broken = true;
        var run = database.inTransaction(() -> jobs.start("key-figures", Map.of()));

        starter.launch(opened.fired().get(0));

        var shown = search.execution(run.id()).orElseThrow();
        assertThat(shown.status()).isEqualTo(JobStatus.FAILED);
        assertThat(shown.failure()).isEqualTo("launch-failed");
    }

    @Test
    void theSecondOfTwoStartsWaitsForTheFirstAndIsRefusedWhenItCommits() throws Exception {
        var second = database.inTransaction(() -> {
            jobs.start("key-figures", Map.of());
            return startedMeanwhile();
        });

        assertRefused(second);
        assertThat(search.executions(null, 10).items()).hasSize(1);
    }

    @Test
    void theSecondOfTwoStartsGetsItsRunWhenTheFirstIsRolledBack() throws Exception {
        var second = new ArrayList<Future<JobExecution>>();
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    jobs.start("key-figures", Map.of());
                    second.add(startedMeanwhile());
                    throw new IllegalStateException("the first fails");
                }))
                .hasMessageContaining("the first fails");

        assertThat(second.get(0).get().status()).isEqualTo(JobStatus.STARTING);
    }

    @Test
    void aStartIsRefusedWhenAnotherOneTakesLongerThanALockIsWaitedFor() {
        database.inTransaction(() -> {
            jobs.start("key-figures", Map.of());
            var impatient = other.submit(() -> database.inTransaction(() -> {
                database.db().run(handle -> handle.execute("set local lock_timeout = '100ms'"));
                return jobs.start("key-figures", Map.of());
            }));
            assertRefused(impatient);
            return null;
        });
    }

    /** Returns when the other start waits for the one of this thread's transaction. */
    private Future<JobExecution> startedMeanwhile() {
        var start = other.submit(() -> database.inTransaction(() -> jobs.start("key-figures", Map.of())));
        while (!start.isDone() && waiting() == 0) {
            assertThat(Thread.interrupted()).as("out of time").isFalse();
        }
        assertThat(start.isDone()).as("the second start waits").isFalse();
        return start;
    }

    private int waiting() {
        // A connection of its own: within a transaction the activity is read once.
        try (var handle = database.jdbi().open()) {
            return handle.createQuery(
                            """
                            select count(*) from pg_stat_activity
                            where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                            """)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    private static void assertRefused(Future<JobExecution> start) {
        assertThatThrownBy(start::get).cause().isInstanceOfSatisfying(BusinessException.class, e -> assertThat(e.code())
                .isEqualTo("job-already-running"));
    }

    private long failed() {
        var id = ledger.open("key-figures", Map.of(), "a").orElseThrow();
        ledger.end(id, 1, JobStatus.FAILED, "internal-error", "");
        return id;
    }

    /** Knows one job. */
    private static final class Engine implements JobLauncher {

        private final List<JobRun> launched = new ArrayList<>();
        private boolean broken;

        @Override
        public boolean offers(String job) {
            return job.equals("key-figures");
        }

        @Override
        public List<JobOffer> offers() {
            return List.of(new JobOffer("key-figures", null, null));
        }

        @Override
        public long launch(JobRun run) {
            if (broken) {
                throw new IllegalStateException("no engine");
            }
            launched.add(run);
            return launched.size();
        }

        @Override
        public void stop(long runId) {}
    }
}
