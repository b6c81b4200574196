package fr.tiers.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * A throw-away PostgreSQL with our migrations, for tests of SQL without a server. It starts once per JVM; {@link #fresh} copies the
 * migrated database in some tens of milliseconds, so no test sees what another has written.
 */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final ThreadLocal<Handle> transaction = new ThreadLocal<>();

    private TestDatabase(DataSource dataSource) {
        this(dataSource, Jdbi.create(dataSource).installPlugin(new PostgresPlugin()));
    }

    private TestDatabase(DataSource dataSource, Jdbi jdbi) {
        this.dataSource = dataSource;
        this.jdbi = jdbi;
    }

    /** @return a database of its own, migrated and otherwise empty */
    public static TestDatabase fresh() {
        var name = "copy_" + COPIES.incrementAndGet();
        sql("create database %s template %s".formatted(name, TEMPLATE));
        return new TestDatabase(Server.INSTANCE.getDatabase("postgres", name));
    }

    /** An existing database, asked over one connection that stays open as in a pool: statements get prepared, plans generic. */
    public static TestDatabase over(Connection connection) {
        return new TestDatabase(null, Jdbi.create(connection).installPlugin(new PostgresPlugin()));
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** For fixtures and assertions; not part of {@link #inTransaction}. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** What services get injected: joins the transaction of the calling thread, else commits each call, as the container does. */
    public Db db() {
        return new Db() {
            @Override
            public <R> R call(HandleCallback<R, RuntimeException> work) {
                var handle = transaction.get();
                return handle == null ? jdbi.withHandle(work) : work.withHandle(handle);
            }

            @Override
            public void run(HandleConsumer<RuntimeException> work) {
                call(handle -> {
                    work.useHandle(handle);
                    return null;
                });
            }
        };
    }

    /** Stands in for the container's transaction around a service method: an exception rolls back. */
    public <R> R inTransaction(Supplier<R> work) {
        return jdbi.inTransaction(handle -> {
            transaction.set(handle);
            try {
                return work.get();
            } finally {
                transaction.remove();
            }
        });
    }

    private static void sql(String statement) {
        try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                var executable = connection.createStatement()) {
            executable.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Started by the first test that asks. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure(TestDatabase.class.getClassLoader())
                        .dataSource(server.getDatabase("postgres", TEMPLATE))
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
