package fr.tiers.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL for one machine, from Maven's repository, with the database and the role {@value #NAME}.
 *
 * <p>The cluster sorts by code point (provider "builtin", C.UTF-8): the same on every machine and untouched by updates of the
 * operating system. French order comes from the collation {@code fr-x-icu} where it is wanted.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Database, role and password alike: reachable from this machine only. */
    public static final String NAME = "tiers";

    private final EmbeddedPostgres postgres;
    private final Path cluster;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path cluster) {
        this.postgres = postgres;
        this.cluster = cluster;
    }

    /** Starts on data that must survive a crash of the machine; made at the first start, found again at the next. */
    public static EmbeddedDatabase persistent(Path folder) {
        return start(folder, 0, true);
    }

    /** Like {@link #persistent(Path)} on a given port (0 = any free one), for tests that crash it and start it again. */
    public static EmbeddedDatabase persistent(Path folder, int port) {
        return start(folder, port, true);
    }

    /** Starts empty and fast, for tests: what the folder held is gone, and nothing is written through to the disk. */
    public static EmbeddedDatabase throwAway(Path folder) {
        return start(folder, 0, false);
    }

    /** @return the URL of the database on this folder, if it runs at this moment */
    static Optional<String> running(Path folder) {
        Path cluster = folder.resolve("cluster").toAbsolutePath();
        return Postmaster.of(cluster)
                .flatMap(postmaster -> Postmaster.port(cluster))
                .map(EmbeddedDatabase::url);
    }

    private static EmbeddedDatabase start(Path folder, int port, boolean durable) {
        Path cluster = folder.resolve("cluster").toAbsolutePath();
        // written when the database is complete: an interrupted first start leaves no data, only an unusable folder
        Path complete = folder.resolve("complete");
        try {
            Files.createDirectories(folder);
            Postmaster.of(cluster).ifPresent(Postmaster::stop);
            boolean fresh = !durable || !Files.exists(complete);
            if (fresh) {
                Files.deleteIfExists(complete);
                Folders.delete(cluster);
            }
            EmbeddedPostgres postgres = builder(folder, cluster, port, durable).start();
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, cluster);
            if (fresh) {
                database.create();
                Files.createFile(complete);
            }
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartFailure(
                    "PostgreSQL did not start on " + cluster + ": see " + folder.resolve("postgresql.log") + ".", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path cluster, int port, boolean durable) {
        String onOff = durable ? "on" : "off";
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries().toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // the server must stop before its database
                .setPort(port == 0 ? Ports.free() : port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("random_page_cost", "1.1")
                // a checkpoint every few seconds would halve the speed of a mass import
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("timezone", "UTC")
                // tests count statements with it
                .setServerConfig("shared_preload_libraries", durable ? "" : "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off")
                .setErrorRedirector(log)
                .setOutputRedirector(log);
    }

    /** One copy of the programs per user of this machine, shared by all clusters. */
    private static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "tiers-postgresql-" + System.getProperty("user.name"));
    }

    private void create() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + NAME + " login password '" + NAME + "'");
            statement.execute("create database " + NAME + " owner " + NAME);
        }
    }

    public String url() {
        return url(port());
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    public int port() {
        return postgres.getPort();
    }

    /** A connection as the application has it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), NAME, NAME);
    }

    /** A connection of the superuser, for what an administrator of the database would do. */
    public Connection connectAsAdministrator() throws SQLException {
        return postgres.getDatabase("postgres", NAME).getConnection();
    }

    /** The server's value of a setting, {@code show fsync} for instance. */
    public String setting(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Ends the process at once, as a crash would; start again with {@link #persistent(Path, int)}. */
    public void kill() {
        Postmaster.of(cluster).ifPresent(Postmaster::kill);
        close(); // finds nothing to stop, but lets go of the folder
    }

    /** Lets open transactions end by rollback, writes everything down and stops. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            Postmaster.of(cluster).ifPresent(Postmaster::stop);
        }
    }
}
