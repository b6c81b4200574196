package fr.tiers.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers through our own data source, so that a pool without a free connection shows too. Liveness does
 * not ask: a new process would not bring the database back.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final String NAME = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Resource(lookup = "java:jboss/datasources/TiersDS")
    private DataSource dataSource;

    /** The driver may wait for minutes on a silent connection; whoever probes does not. */
    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService managedThreads;

    /** The question that is out. While it has no answer no other is asked, or the probes would use up threads and connections. */
    private Future<?> asked;

    @Override
    public HealthCheckResponse call() {
        return check(managedThreads, this::ping, PATIENCE);
    }

    /** What asks the database. */
    @FunctionalInterface
    interface Question {
        void ask() throws SQLException;
    }

    synchronized HealthCheckResponse check(ExecutorService threads, Question question, Duration patience) {
        try {
            if (asked == null || asked.isDone()) {
                asked = threads.submit(() -> {
                    question.ask();
                    return null;
                });
            }
            asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new HealthCheckResponse(NAME, Status.UP, Optional.empty());
        } catch (TimeoutException e) {
            return down("no answer within " + patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        } catch (ExecutionException | RuntimeException e) {
            return down(rootOf(e).toString());
        }
    }

    private void ping() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static HealthCheckResponse down(String reason) {
        return new HealthCheckResponse(NAME, Status.DOWN, Optional.of(Map.of("reason", reason)));
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
