package fr.tiers.launcher;

import fr.tiers.admin.TokenKeys;
import fr.tiers.simulator.RegistrySimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code mvn -Prun}: everything a newcomer needs on one machine, until Ctrl-C. */
public final class LocalStart {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final Path ear;
    private final Path dataRoot;
    private final int port;
    private final StartedParts parts = new StartedParts();
    private volatile boolean failed;

    private LocalStart(Path home, Path ear, Path dataRoot, int port) {
        this.home = home;
        this.ear = ear;
        this.dataRoot = dataRoot;
        this.port = port;
    }

    /** Arguments: the configured server, the EAR, the data folder, the HTTP port. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING); // the parts' own chatter
        LocalStart start =
                new LocalStart(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), port(arguments[3]));
        Runtime.getRuntime().addShutdownHook(new Thread(start::stop, "tiers-stop"));
        start.run();
    }

    private static int port(String text) {
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= 65535 ? Integer.parseInt(text) : 0;
    }

    private void run() {
        try {
            WildFlyServer server = startAll();
            int code = server.process().waitFor();
            fail("The server stopped by itself (exit code " + code + "): see " + server.log() + ".");
        } catch (StartFailure e) {
            fail(e.getMessage());
        } catch (Exception e) {
            fail("Tiers could not be started: " + e);
        }
    }

    private WildFlyServer startAll() throws Exception {
        long begin = System.nanoTime();
        if (port == 0) {
            throw new StartFailure("tiers.port must be a port number between 1 and 65535.");
        }
        DataFolder data = parts.start(() -> DataFolder.open(dataRoot));
        ServerBase.endLeftOver(data.resolve("server"));
        Ports.requireFree(port, "tiers.port");

        say("starting the database ...");
        EmbeddedDatabase database = parts.start(() -> EmbeddedDatabase.persistent(data.resolve("postgresql")));
        MailCatcher mails =
                parts.start(() -> MailCatcher.start(data.resolve("mails"), Ports.freeOr(2525), Ports.freeOr(8025)));
        RegistrySimulator registries = parts.start(() -> RegistrySimulator.start(Ports.freeOr(8026)));
        TokenKeys keys = TokenKeys.in(data.resolve("keys"));

        say("starting the server ...");
        Map<String, String> settings = new HashMap<>(LocalSettings.of(database, mails, keys, registries));
        settings.put("tiers.url", "http://localhost:" + port + "/tiers");
        settings.putAll(LocalSettings.given());
        ServerOptions options =
                new ServerOptions(home, data.resolve("server"), port, settings, LocalSettings.jvmOptions());
        WildFlyServer server = parts.start(() -> WildFlyServer.start(options, Ports.freeOr(9990)));
        server.deploy(ear, PATIENCE);
        String seconds = "%.1f".formatted((System.nanoTime() - begin) / 1e9);
        Welcome.print(server.url() + "/tiers", mails, data.root(), server.log(), seconds);
        return server;
    }

    private void stop() {
        if (failed) {
            parts.close();
        } else {
            say("stopping ...");
            parts.close();
            say("stopped.");
        }
    }

    private static void say(String line) {
        System.out.println("Tiers: " + line);
    }

    /** One sentence, and the end of the whole Maven process: its own report of a failure would bury the sentence. */
    private void fail(String sentence) {
        if (parts.isClosing()) {
            waitForTheEnd();
        }
        failed = true;
        System.err.println(sentence);
        System.exit(1);
    }

    /** Asked to stop: whatever went wrong since is part of that, and Maven must not report a result meanwhile. */
    private static void waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
