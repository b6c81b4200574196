package fr.tiers.crash;

import at.favre.lib.crypto.bcrypt.BCrypt;
import fr.tiers.admin.TokenKeys;
import fr.tiers.launcher.EmbeddedDatabase;
import fr.tiers.launcher.Ports;
import fr.tiers.launcher.ServerOptions;
import fr.tiers.launcher.WildFlyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database, settings and a port of its own, on which a server is started, killed and started again. */
final class Installation implements AutoCloseable {

    static final String LOGIN = "cassandre";
    static final String PASSWORD = "troie-brûle-encore";

    /** Starting takes seconds on an idle machine; a busy one may take its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final EmbeddedDatabase database;
    private final Sql sql;
    private final Map<String, String> settings = new HashMap<>();
    private final Path folder;
    private final int port = Ports.free();
    private WildFlyServer server;

    private Installation(Path folder, EmbeddedDatabase database) {
        this.folder = folder;
        this.database = database;
        this.sql = new Sql(database);
    }

    /** With an empty database; nothing runs yet. */
    static Installation prepare(String name) throws IOException {
        var folder = Path.of(System.getProperty("tiers.test.folder"), name);
        var it = new Installation(folder, EmbeddedDatabase.throwAway(folder.resolve("postgresql")));
        var keys = TokenKeys.in(folder.resolve("keys"));
        it.settings.put("tiers.db.url", it.database.url());
        it.settings.put("tiers.db.user", EmbeddedDatabase.NAME);
        it.settings.put("tiers.db.password", EmbeddedDatabase.NAME);
        it.settings.put("tiers.token.public-key", keys.publicKey());
        it.settings.put("tiers.token.private-key-file", keys.privateKeyFile().toString());
        it.settings.put("tiers.job.key-figures.schedule", "off");
        return it;
    }

    Installation with(String setting, Object value) {
        settings.put(setting, value.toString());
        return this;
    }

    /** Starts the server and waits until the application answers. */
    void start() {
        var options = new ServerOptions(
                path("tiers.test.server"), folder.resolve("server"), port, settings, List.of("-Xmx1g"));
        var begin = System.nanoTime();
        server = WildFlyServer.start(options, path("tiers.test.ear"), PATIENCE);
        System.out.printf("%s: started in %.1f s%n", folder.getFileName(), (System.nanoTime() - begin) / 1e9);
    }

    /** Ends the server as a power cut would. */
    void kill() {
        server.kill();
    }

    Process process() {
        return server.process();
    }

    /** An administrator, written past the application; a cheap hash, since nobody attacks it. */
    void createUser() throws SQLException {
        var hash = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
        sql.update(
                """
                with u as (insert into app_user (login, display_name, password_hash) values (?, 'Cassandre', ?) returning id)
                insert into app_user_role (user_id, role) select id, 'ADMINISTRATOR' from u
                """,
                LOGIN,
                hash);
    }

    /** As the administrator, with an access token that outlives the server. */
    Rest rest() throws IOException, InterruptedException {
        return Rest.withPassword(url(), LOGIN, PASSWORD).takeToken();
    }

    /** What the server says of itself on its management port: {@code live}, {@code ready}. */
    Rest.Answer health(String kind) throws IOException, InterruptedException {
        return Rest.health(server.managementPort(), kind);
    }

    /** Cuts the server off from its database, until {@link #letIn}. */
    void shutOut() throws SQLException {
        administer("alter role " + EmbeddedDatabase.NAME + " nologin");
        administer("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + EmbeddedDatabase.NAME
                + "'");
    }

    void letIn() throws SQLException {
        administer("alter role " + EmbeddedDatabase.NAME + " login");
    }

    /** Keeps everybody else from writing into a table, until it is closed. */
    Connection lock(String table) throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share mode");
        }
        return connection;
    }

    private void administer(String sql) throws SQLException {
        try (var connection = database.connectAsAdministrator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    Sql sql() {
        return sql;
    }

    static Path path(String property) {
        return Path.of(System.getProperty(property));
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        database.close();
    }
}
