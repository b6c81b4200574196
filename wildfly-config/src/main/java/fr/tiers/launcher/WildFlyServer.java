package fr.tiers.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One running WildFly: a plain Java process, without shell scripts between. */
public final class WildFlyServer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private final ServerOptions options;
    private final Process process;
    private final int managementPort;

    private WildFlyServer(ServerOptions options, Process process, int managementPort) {
        this.options = options;
        this.process = process;
        this.managementPort = managementPort;
    }

    /** Starts it and returns at once, with nothing deployed; ends an instance that a killed start left on the same folder. */
    public static WildFlyServer start(ServerOptions options) {
        return start(options, Ports.free());
    }

    /** Like {@link #start(ServerOptions)} with a management port of the caller's choice. */
    static WildFlyServer start(ServerOptions options, int managementPort) {
        try {
            ServerBase.prepare(options);
            Process process = new ProcessBuilder(ServerCommand.of(options, managementPort))
                    .directory(options.base().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(options.console().toFile())
                    .start();
            process.getOutputStream().close();
            Files.writeString(options.pidFile(), Long.toString(process.pid()));
            return new WildFlyServer(options, process, managementPort);
        } catch (IOException e) {
            throw new StartFailure(
                    "The server cannot be started in " + options.base() + ": " + e.getMessage() + ".", e);
        }
    }

    /** Starts it with an EAR and waits until both are ready. */
    public static WildFlyServer start(ServerOptions options, Path ear, Duration patience) {
        WildFlyServer server = start(options);
        try {
            server.deploy(ear, patience);
            return server;
        } catch (StartFailure e) {
            server.close();
            throw e;
        }
    }

    /** Copies the archive into the server's folder and waits until it is deployed; before the server is up as well as later. */
    public void deploy(Path archive, Duration patience) {
        String name = archive.getFileName().toString();
        Path target = options.deployments().resolve(name);
        try {
            Path draft = options.deployments().resolve(name + ".tmp");
            Files.copy(archive, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(marker(name, ".failed"));
            Files.deleteIfExists(marker(name, ".deployed"));
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(marker(name, ".dodeploy"), "");
        } catch (IOException e) {
            throw new StartFailure(archive + " cannot be copied to the server: " + e.getMessage() + ".", e);
        }
        waitFor(name + " was not deployed", patience, () -> {
            if (Files.exists(marker(name, ".failed"))) {
                throw new StartFailure(name + " could not be deployed: see " + options.log() + ".");
            }
            return Files.exists(marker(name, ".deployed"));
        });
    }

    private Path marker(String name, String state) {
        return options.deployments().resolve(name + state);
    }

    /** Waits until the server has started, whatever is deployed. */
    public void awaitStarted(Duration patience) {
        waitFor("The server did not start", patience, () -> {
            String said = Files.readString(options.console());
            return said.contains("WFLYSRV0025") || said.contains("WFLYSRV0026");
        });
    }

    private void waitFor(String otherwise, Duration patience, Condition condition) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.holds()) {
                if (!process.isAlive()) {
                    throw new StartFailure("The server stopped while starting: see " + options.console() + ".");
                }
                if (System.nanoTime() > end) {
                    throw new StartFailure(
                            otherwise + " within " + patience.toSeconds() + " s: see " + options.log() + ".");
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            throw new StartFailure(otherwise + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure(otherwise + ": interrupted.", e);
        }
    }

    /** The address of the server's root, without a slash at the end. */
    public String url() {
        return "http://localhost:" + options.port();
    }

    /** On the loopback address: health, metrics, jboss-cli. */
    public int managementPort() {
        return managementPort;
    }

    public Path log() {
        return options.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Process process() {
        return process;
    }

    /** Lets running requests end, then stops; insists after a minute. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    /** Ends the process at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(options.pidFile());
        } catch (IOException e) {
            // an old note is checked against the process before it is believed
        }
    }

    @Override
    public void close() {
        stop();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
