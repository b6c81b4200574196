package fr.tiers.it;

import fr.tiers.admin.TokenKeys;
import fr.tiers.launcher.EmbeddedDatabase;
import fr.tiers.launcher.MailCatcher;
import fr.tiers.launcher.Ports;
import fr.tiers.launcher.ServerOptions;
import fr.tiers.launcher.WildFlyServer;
import fr.tiers.simulator.RegistrySimulator;
import fr.tiers.simulator.SimulatorOptions;
import fr.tiers.simulator.control.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A database, a mail catcher, the registries and a server with the EAR as it ships: started by the first test that asks for it, shared
 * by all tests of the JVM, ended with the JVM, whatever the tests did. For the developer's loop, {@link #main} starts it alone and
 * {@code -Dtiers.test.attach=<folder>/running.properties} makes tests use it.
 */
public final class World {

    /** Seconds on an idle machine; a busy one may take its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private static final String MANAGEMENT_PORT = "tiers.world.management-port";

    private static World instance;
    private static String failure;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private EmbeddedDatabase database;
    private MailCatcher mails;
    private RegistrySimulator registries;
    private String url;
    private Sql sql;

    private World() {}

    /** The one world; started now when it is not running yet. */
    public static synchronized World get() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (instance == null) {
            instance = new World();
            Runtime.getRuntime().addShutdownHook(new Thread(instance::end, "end-of-world"));
            try {
                instance.start();
            } catch (IOException | RuntimeException e) {
                failure = e.getMessage();
                throw new IllegalStateException(failure, e);
            }
        }
        return instance;
    }

    private void start() throws IOException {
        var running = System.getProperty("tiers.test.attach");
        if (running == null) {
            startAll();
            return;
        }
        var notes = new Properties();
        try (var in = Files.newBufferedReader(Path.of(running))) {
            notes.load(in);
        }
        url = notes.getProperty("url");
        sql = new Sql(notes.getProperty("database"));
        System.setProperty(MANAGEMENT_PORT, notes.getProperty("management-port"));
    }

    private void startAll() throws IOException {
        var home = existing("tiers.test.server", "run mvn package at the root first: it configures the server");
        var ear = existing("tiers.test.ear", "run mvn package at the root first: it builds the application");
        var folder = Path.of(System.getProperty("tiers.test.world"));
        long begin = System.nanoTime();
        database = started(EmbeddedDatabase.throwAway(folder.resolve("postgresql")));
        Statements.prepare(database);
        mails = started(MailCatcher.start(folder.resolve("mails"), 0, 0));
        registries = started(
                RegistrySimulator.start(0, SimulatorOptions.usual().unlimited().withFictitiousUnits(500)));
        var keys = TokenKeys.in(folder.resolve("keys"));
        var options =
                new ServerOptions(home, folder.resolve("server"), Ports.free(), settings(keys), List.of("-Xmx1g"));
        var server = started(WildFlyServer.start(options));
        server.deploy(ear, PATIENCE);
        url = server.url();
        sql = new Sql(database.url());
        System.setProperty(MANAGEMENT_PORT, Integer.toString(server.managementPort()));
        System.out.printf("Tiers for the tests is up after %.1f s: %s%n", (System.nanoTime() - begin) / 1e9, url());
    }

    private static Path existing(String property, String advice) {
        var path = Path.of(System.getProperty(property, property));
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " does not exist: " + advice + ".");
        }
        return path;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }

    private Map<String, String> settings(TokenKeys keys) {
        Map<String, String> settings = new HashMap<>();
        settings.put("tiers.local", "true"); // the demonstration company, too, has to live through the tests
        settings.put("tiers.db.url", database.url());
        settings.put("tiers.db.user", EmbeddedDatabase.NAME);
        settings.put("tiers.db.password", EmbeddedDatabase.NAME);
        settings.put("tiers.smtp.host", "localhost");
        settings.put("tiers.smtp.port", Integer.toString(mails.smtpPort()));
        settings.put("tiers.token.public-key", keys.publicKey());
        settings.put("tiers.token.private-key-file", keys.privateKeyFile().toString());
        settings.put("tiers.provider.search.url", registries.url(Provider.RECHERCHE));
        settings.put("tiers.provider.infogreffe.url", registries.url(Provider.INFOGREFFE) + "/api/explore/v2.1");
        settings.put("tiers.provider.insee.url", registries.url(Provider.INSEE) + "/api-sirene/3.11");
        settings.put("tiers.provider.geocoding.url", registries.url(Provider.GEOPF) + "/geocodage");
        // no figure of a provider's quota is under test here: the tests shall not wait for it
        settings.put("tiers.provider.infogreffe.quota", "500/s");
        settings.put("tiers.provider.search.quota", "100/s");
        settings.put("tiers.job.key-figures.schedule", "off");
        settings.put("wildfly.elytron.realm.TiersJdbcRealm.brute-force.max-failed-attempts", "5");
        settings.put("wildfly.elytron.realm.TiersJdbcRealm.brute-force.lockout-interval", "1");
        return settings;
    }

    private void end() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("The end of the tests' world: " + e); // the others must still be ended
            }
        }
    }

    /** The address of the server, without the application and without a slash at the end. */
    public String url() {
        return url;
    }

    /** Where the mails that were sent lie, one file each. */
    public Path mailFolder() {
        return Path.of(System.getProperty("tiers.test.world")).resolve("mails");
    }

    public RegistrySimulator registries() {
        return registries;
    }

    /** Past the application: to prepare what a test needs and to see what it left. */
    public Sql sql() {
        return sql;
    }

    /** Starts the world and keeps it until the process is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var world = get();
        var notes = new Properties();
        notes.setProperty("url", world.url);
        notes.setProperty("database", world.database.url());
        notes.setProperty("management-port", System.getProperty(MANAGEMENT_PORT));
        var file = Path.of(System.getProperty("tiers.test.world"), "running.properties");
        try (var out = Files.newBufferedWriter(file)) {
            notes.store(out, null);
        }
        Thread.currentThread().join();
    }
}
