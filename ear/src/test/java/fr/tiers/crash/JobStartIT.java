package fr.tiers.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The start of a job and the client's key are kept together: who asks again after a crash gets the same run. */
class JobStartIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String START = "/jobs/key-figures/executions";

    @Test
    void a_start_that_was_committed_but_not_launched_before_a_crash_is_answered_and_launched_after_it()
            throws Exception {
        var key = UUID.randomUUID().toString();
        try (var shaken = Enrichment.start("job-start")) {
            var site = shaken.site();
            var rest = site.rest();
            // The batch engine has to write a line before it starts anything: as long as it cannot, the run is not
            // launched.
            var engineHeldUp = site.lock("job_instance");
            try {
                CompletableFuture.runAsync(() -> askAndForget(rest, key));
                Until.holds("run committed", LONG, () -> site.sql().number("select count(*) from job_run") == 1);
                site.kill();
            } finally {
                engineHeldUp.close();
            }
            assertThat(site.sql().text("select status from job_run")).isEqualTo("STARTING");
            var id = site.sql().number("select id from job_run");

            site.start();

            assertThat(rest.postOnce(START, key, "").expect(201).id()).isEqualTo(id);
            var run = shaken.awaitEnd(id);
            assertThat(run.status()).as("%s", run).isEqualTo("COMPLETED");
            assertThat(run.read()).isEqualTo(Enrichment.TIERS);
            assertThat(rest.postOnce(START, key, "").expect(201).id()).isEqualTo(id);
            assertThat(site.sql().number("select count(*) from job_run")).isEqualTo(1);
        }
    }

    @Test
    void a_job_starts_by_the_clock() throws Exception {
        try (var site = Installation.prepare("job-schedule").with("tiers.job.key-figures.schedule", "* * * * *")) {
            site.start();

            Until.holds(
                    "a run that nobody asked for, within a minute and its time",
                    LONG.multipliedBy(2),
                    () -> site.sql().number("select count(*) from job_run where status = 'COMPLETED'") > 0);
            assertThat(site.sql().list("select distinct parameters ->> 'trigger' from job_run"))
                    .containsExactly("schedule");
        }
    }

    /** As a client whose line breaks: it does not see the answer. */
    private static void askAndForget(Rest rest, String key) {
        try {
            rest.postOnce(START, key, "");
        } catch (IOException e) {
            System.out.println("No answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
