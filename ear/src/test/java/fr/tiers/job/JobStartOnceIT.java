package fr.tiers.job;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Starting a job over REST. */
class JobStartOnceIT {

    private static final String START = "jobs/key-figures/executions";
    private static final Duration LONG = Duration.ofMinutes(2);

    private static Api caller;
    private long before;

    @BeforeAll
    static void prepare() {
        caller = Cast.tokenOf(new Cast(JobStartOnceIT.class).user("ADMINISTRATOR", null));
    }

    @BeforeEach
    void count() {
        before = runs();
    }

    @AfterEach
    void awaitTheEnd() {
        var end = System.nanoTime() + LONG.toNanos();
        while (World.get().sql().number("select count(*) from job_run where status in ('STARTING', 'RUNNING')") > 0) {
            assertThat(System.nanoTime()).as("the run has ended in time").isLessThan(end);
        }
    }

    @Test
    void theSameKeyGivesTheSameRun() {
        var once = caller.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = once.post(START, "");
        var again = once.post(START, "");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().get("status").asText()).isIn("STARTING", "RUNNING");
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(runs()).isEqualTo(before + 1);
        awaitTheEnd();
        var run = caller.get("jobs/executions/" + first.json().get("id"));
        assertThat(run.json().get("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
    }

    @Test
    void ofTwoStartsAtOnceOneIsRefused() throws Exception {
        Callable<Api.Answer> start = () -> caller.post(START, "");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var answers = List.of(threads.submit(start), threads.submit(start));
            var statuses =
                    List.of(answers.get(0).get().status(), answers.get(1).get().status());
            // A short run may have ended before the second start came.
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
            assertThat(runs() - before)
                    .isEqualTo(statuses.stream().filter(status -> status == 201).count());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusedStartIsOneProblemAndLeavesTheKeyFree() {
        var reader = Cast.tokenOf(new Cast(JobStartOnceIT.class).user("READER", null));
        var key = UUID.randomUUID().toString();

        var refused = reader.with("Idempotency-Key", key).post(START, "");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(runs()).isEqualTo(before);
        assertThat(World.get().sql().number("select count(*) from idempotency_key where key = ?", key))
                .isZero();
    }

    private static long runs() {
        return World.get().sql().number("select count(*) from job_run");
    }
}
