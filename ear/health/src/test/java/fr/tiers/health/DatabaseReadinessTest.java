package fr.tiers.health;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseReadinessTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DatabaseReadiness readiness = new DatabaseReadiness();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void anAnswerIsReady() {
        assertThat(readiness.check(threads, () -> {}, LONG).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aRefusalIsNotReadyAndSaysWhy() {
        var response = readiness.check(
                threads,
                () -> {
                    throw new SQLException("no connection", new SQLException("Connection refused"));
                },
                LONG);

        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(reason(response)).contains("Connection refused");
    }

    @Test
    void silenceIsNotReadyAndIsNotAskedAgainUntilItEnds() {
        var silence = new CountDownLatch(1);
        var asked = new AtomicInteger();
        DatabaseReadiness.Question question = () -> {
            asked.incrementAndGet();
            await(silence);
        };

        assertThat(reason(readiness.check(threads, question, Duration.ofMillis(50))))
                .contains("no answer");
        assertThat(reason(readiness.check(threads, question, Duration.ofMillis(50))))
                .contains("no answer");
        silence.countDown();

        assertThat(readiness.check(threads, question, LONG).getStatus()).isEqualTo(Status.UP);
        assertThat(asked.get()).isLessThanOrEqualTo(2);
        assertThat(readiness.check(threads, question, LONG).getStatus()).isEqualTo(Status.UP);
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    private static String reason(HealthCheckResponse response) {
        return response.getData().orElseThrow().get("reason").toString();
    }
}
