package fr.tiers.job;

import fr.tiers.kernel.Db;
import fr.tiers.kernel.MovableClock;
import fr.tiers.kernel.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobLedgerTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static Db db;

    private final MovableClock clock = new MovableClock("2026-11-22T10:00:00Z");
    private final JobLedger ledger = new JobLedger(db, clock);
    private final JobPositions positions = new JobPositions(db, clock);
    private final JobSearch search = new JobSearch(db, clock);

    @BeforeAll
    static void open() {
        db = TestDatabase.fresh().db();
    }

    @BeforeEach
    void empty() {
        db.run(handle -> handle.execute("delete from job_run"));
    }

    @Test
    void aSecondStartIsRefusedWhileTheFirstRuns() {
        var first = started();

        assertThat(ledger.open("key-figures", Map.of(), "b")).isEmpty();
        assertThat(ledger.open("other", Map.of(), "b")).isPresent();
        ledger.end(first.id(), first.lease(), JobStatus.COMPLETED, null, null);
        assertThat(ledger.open("key-figures", Map.of(), "b")).isPresent();
    }

    @Test
    void aSilentRunIsTakenOverOnceAndTheOldHolderMayNotWrite() {
        var old = planned();
        assertThat(ledger.orphans(LEASE)).isEmpty();
        clock.pass(LEASE.plusSeconds(1));
        var orphan = ledger.orphans(LEASE).get(0);

        assertThat(ledger.take(orphan, LEASE)).isTrue();
        assertThat(ledger.take(orphan, LEASE)).isFalse();

        var chunk = new JobProgress(0, 0, 5, 5, 5, 0, 0);
        assertThatThrownBy(() -> positions.advance(old.id(), old.lease(), chunk))
                .isInstanceOf(LostRunException.class);
        assertThat(ledger.beat(old.id(), old.lease())).isEmpty();
        assertThat(ledger.end(old.id(), old.lease(), JobStatus.COMPLETED, null, null))
                .isFalse();
        var taken = ledger.run(old.id()).orElseThrow();
        assertThat(ledger.beat(taken.id(), taken.lease())).contains(false);
    }

    @Test
    void aChunkIsCountedOnce() {
        var run = planned();
        var chunk = new JobProgress(0, 0, 5, 5, 4, 1, 1);

        positions.advance(run.id(), run.lease(), chunk);

        assertThatThrownBy(() -> positions.advance(run.id(), run.lease(), new JobProgress(0, 0, 5, 5, 4, 1, 1)))
                .isInstanceOf(LostRunException.class);
        assertThat(positions.of(run.id())).extracting(JobPartition::position).containsExactly(5L);
    }

    @Test
    void aStopIsHeardWithTheNextHeartbeat() {
        var run = started();
        assertThat(ledger.running(run.id(), run.lease())).isTrue();

        assertThat(ledger.requestStop(run.id())).isTrue();
        assertThat(ledger.stopWaiting(run.id())).isFalse();

        assertThat(ledger.beat(run.id(), run.lease())).contains(true);
        ledger.end(run.id(), run.lease(), JobStatus.STOPPED, null, null);
        assertThat(ledger.requestStop(run.id())).isFalse();
        assertThat(ledger.reopen(run.id())).isTrue();
        assertThat(ledger.reopen(run.id())).isFalse();
        assertThat(ledger.run(run.id()).orElseThrow().lease()).isEqualTo(run.lease() + 1);
    }

    @Test
    void aFailedRunIsNotReopenedBesideARunningOne() {
        var failed = started();
        ledger.end(failed.id(), failed.lease(), JobStatus.FAILED, "provider-unavailable", "HTTP 503");
        started();

        assertThat(ledger.reopen(failed.id())).isFalse();
    }

    @Test
    void aRunThatWaitsGoesOnWhenItsTimeHasComeOrStopsAtOnce() {
        var run = started();
        ledger.running(run.id(), run.lease());
        var until = clock.instant().plusSeconds(120);

        assertThat(ledger.postpone(run.id(), run.lease(), until, "provider-unavailable", "HTTP 503"))
                .isTrue();

        clock.pass(Duration.ofSeconds(100));
        assertThat(ledger.orphans(LEASE)).isEmpty();
        clock.pass(Duration.ofSeconds(20));
        assertThat(ledger.orphans(LEASE)).singleElement().satisfies(orphan -> assertThat(orphan.attempts())
                .isEqualTo(1));
        ledger.requestStop(run.id());
        assertThat(ledger.stopWaiting(run.id())).isTrue();
        assertThat(search.execution(run.id()).orElseThrow().status()).isEqualTo(JobStatus.STOPPED);
    }

    @Test
    void whatIsShownAddsUp() {
        var run = planned();
        clock.pass(Duration.ofSeconds(10));
        positions.advance(run.id(), run.lease(), new JobProgress(0, 0, 5, 5, 4, 1, 1));
        positions.skip(run.id(), "T1 552032534", 1, "unknown-siren", null);
        positions.skip(run.id(), "T2 552032534", 2, "malformed-answer", "broken JSON");

        var shown = search.execution(run.id()).orElseThrow();
        assertThat(shown.read()).isEqualTo(shown.written() + shown.skipped());
        assertThat(shown.rate()).isEqualTo(0.5);
        assertThat(shown.remaining()).isEqualTo(Duration.ofSeconds(30));
        assertThat(shown.parameters()).containsEntry("trigger", "test");

        var page = search.skips(run.id(), null, 1);
        assertThat(page.total()).isEqualTo(2);
        assertThat(search.skips(run.id(), page.next(), 1).items())
                .extracting(JobSkip::reason)
                .containsExactly("malformed-answer");
        assertThat(search.executions(null, 10).items()).hasSize(1);
    }

    private JobRun started() {
        var id = ledger.open("key-figures", Map.of("trigger", "test"), "a").orElseThrow();
        return ledger.run(id).orElseThrow();
    }

    private JobRun planned() {
        var run = started();
        ledger.running(run.id(), run.lease());
        positions.plan(run.id(), run.lease(), List.of(new JobPartition(0, 1, 20, 0)), 20);
        return run;
    }
}
