package fr.tiers.crash;

import fr.tiers.simulator.control.Fault;
import fr.tiers.simulator.control.FaultKind;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The job that asks about every company: it ends where an undisturbed run ends, whatever disturbs it. */
class KeyFiguresJobIT {

    private static final Provider INFOGREFFE = Provider.INFOGREFFE;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static Enrichment calm;
    private static Enrichment.Run first;
    private static String figures;
    private static List<String> askedTwice;
    private static int refused;
    private static long changes;

    @BeforeAll
    static void runUndisturbed() throws Exception {
        calm = Enrichment.start("key-figures");
        // Refuses what goes beyond the quota, so that one request too many shows.
        calm.registry().limit(INFOGREFFE, Limits.perSecond(Enrichment.PER_SECOND));
        first = calm.awaitEnd(calm.launch());
        figures = calm.digest();
        askedTwice = calm.registry().counters().servedMoreThanOnce(INFOGREFFE);
        changes = calm.changes();
        refused = calm.registry().counters().answers(INFOGREFFE, 429);
    }

    @AfterAll
    static void stop() {
        if (calm != null) {
            calm.close();
        }
    }

    @BeforeEach
    void askAboutAllAgain() throws SQLException {
        calm.forget();
        calm.registry().limit(INFOGREFFE, Limits.NONE);
    }

    private static void assertComplete(Enrichment where, Enrichment.Run run) throws Exception {
        assertThat(run.status()).as("%s", run).isEqualTo("COMPLETED");
        assertThat(run.read()).as("%s", run).isEqualTo(run.total());
        assertThat(run.written() + run.skipped()).as("%s", run).isEqualTo(run.total());
        assertThat(where.digest()).as("figures, checks and headlines").isEqualTo(figures);
        assertThat(where.site().sql().number("select count(*) from job_skip where run_id = ?", run.id()))
                .isEqualTo(run.skipped());
    }

    @Test
    void an_undisturbed_run_asks_about_every_company_once_and_within_the_quota() {
        assertThat(first.status()).isEqualTo("COMPLETED");
        assertThat(first.total()).isEqualTo(Enrichment.TIERS);
        assertThat(first.read()).isEqualTo(first.total());
        assertThat(first.written() + first.skipped()).isEqualTo(first.total());
        assertThat(first.written()).isGreaterThan(Enrichment.TIERS / 3);
        assertThat(first.skipped()).isGreaterThanOrEqualTo(Enrichment.TIERS / 50);
        assertThat(askedTwice).isEmpty();
        assertThat(refused).as("requests beyond the quota").isZero();
    }

    @Test
    void a_typed_figure_stays_and_a_run_that_finds_nothing_new_writes_nothing() throws Exception {
        assertComplete(calm, calm.awaitEnd(calm.launch()));
        assertThat(calm.site()
                        .sql()
                        .list(
                                "select turnover || ' ' || source from key_figure where tier_id = ? and year = 2023",
                                Enrichment.TYPED))
                .containsExactly("4711.00 MANUAL");
        var versions = calm.site().sql().text("select sum(version) from tier");
        calm.site().sql().update("delete from key_figure_check");

        var again = calm.awaitEnd(calm.launch());

        assertComplete(calm, again);
        assertThat(calm.site().sql().number("select unchanged from job_run where id = ?", again.id()))
                .isEqualTo(again.written());
        assertThat(calm.site().sql().text("select sum(version) from tier")).isEqualTo(versions);
    }

    @Test
    void a_stopped_run_stops_within_seconds_refuses_a_twin_while_it_runs_and_goes_on_where_it_was() throws Exception {
        var run = calm.launch();
        calm.awaitRead(run, Enrichment.TIERS / 5);
        calm.tryToLaunch().expect(409);
        // Slow answers: the stop must not wait for all that are queued.
        calm.registry().faults().set(INFOGREFFE, Fault.latency(1_000));

        var asked = System.nanoTime();
        calm.stop(run);
        var stopped = calm.awaitEnd(run);
        var seconds = (System.nanoTime() - asked) / 1e9;

        System.out.printf("Stopped after %.1f s at %d of %d%n", seconds, stopped.read(), stopped.total());
        assertThat(stopped.status()).isEqualTo("STOPPED");
        assertThat(seconds).isLessThan(10);
        assertThat(stopped.read()).isLessThan(stopped.total());
        calm.registry().faults().clear();
        calm.restart(run);
        assertComplete(calm, calm.awaitEnd(run));
        assertThat(companies(calm.registry().counters().servedMoreThanOnce(INFOGREFFE)))
                .hasSizeLessThanOrEqualTo(Enrichment.PARTITIONS);
    }

    @Test
    void a_provider_that_asks_for_a_pause_gets_it() throws Exception {
        var counters = calm.registry().counters();
        var run = calm.launch();
        calm.awaitRead(run, Enrichment.TIERS / 5);
        calm.registry().faults().set(INFOGREFFE, Fault.tooManyRequests(5).times(1));
        Until.holds("a refusal", LONG, () -> counters.answers(INFOGREFFE, 429) == 1);
        var refusedAt = System.nanoTime();
        // What was on its way already may still arrive.
        Until.holds("half a second", LONG, () -> System.nanoTime() - refusedAt > 500_000_000L);
        var before = counters.requests(INFOGREFFE);

        Until.holds("next request", LONG, () -> counters.requests(INFOGREFFE) > before);

        var pause = (System.nanoTime() - refusedAt) / 1e9;
        System.out.printf("Asked for 5 s of pause, kept %.1f s%n", pause);
        assertThat(pause).isGreaterThan(4.5);
        assertComplete(calm, calm.awaitEnd(run));
    }

    @Test
    void a_run_without_provider_fails_with_a_sentence_and_completes_when_restarted() throws Exception {
        var run = calm.launch();
        calm.awaitRead(run, Enrichment.TIERS / 5);
        calm.registry().faults().set(INFOGREFFE, Fault.of(FaultKind.HTTP_503));

        var failed = calm.awaitEnd(run);

        assertThat(failed.status()).isEqualTo("FAILED");
        assertThat(failed.failure()).isEqualTo("provider-unavailable");
        assertThat(failed.text()).contains(" ").doesNotContain("provider-unavailable", "???");
        System.out.println("Said of the failure: " + failed.text());
        calm.registry().faults().clear();
        calm.restart(run);
        assertComplete(calm, calm.awaitEnd(run));
    }

    @Test
    void a_run_whose_server_is_killed_goes_on_by_itself_and_ends_like_an_undisturbed_one() throws Exception {
        var random = Soak.random("Kills during the job");
        var kills = 2 * Soak.factor();
        try (var shaken = Enrichment.start("key-figures-killed")) {
            var run = shaken.launch();
            for (var kill = 1; kill <= kills; kill++) {
                var read = shaken.run(run).read();
                shaken.awaitRead(run, read + 1 + random.nextInt(Enrichment.TIERS / (kills + 2)));
                shaken.site().kill();
                shaken.site().start();
                assertThat(shaken.run(run).isOver()).isFalse();
            }

            assertComplete(shaken, shaken.awaitEnd(run));

            var twice = companies(shaken.registry().counters().servedMoreThanOnce(INFOGREFFE));
            System.out.printf("Kills %d, companies asked about again %d%n", kills, twice.size());
            assertThat(twice).hasSizeLessThanOrEqualTo(kills * Enrichment.PARTITIONS * Enrichment.CHUNK);
            assertThat(shaken.changes()).as("change lines").isEqualTo(changes);
        }
    }

    /** @param served "siren path" */
    private static Set<String> companies(List<String> served) {
        return served.stream().map(line -> line.substring(0, 9)).collect(Collectors.toSet());
    }
}
