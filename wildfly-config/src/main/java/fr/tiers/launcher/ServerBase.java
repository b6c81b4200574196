package fr.tiers.launcher;

import fr.tiers.admin.SecretFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder of one server instance. */
final class ServerBase {

    static final String PROPERTIES = "tiers.properties";

    private ServerBase() {}

    /** Today's configuration and settings, no deployment yet; what the instance wrote before ({@code data}, old logs) stays. */
    static void prepare(ServerOptions options) throws IOException {
        Path base = options.base();
        Files.createDirectories(base);
        endLeftOver(base);
        Folders.delete(options.deployments());
        Folders.delete(base.resolve("tmp"));
        Files.createDirectories(options.deployments());
        Files.createDirectories(base.resolve("log"));
        Folders.copyFiles(options.home().resolve("standalone/configuration"), base.resolve("configuration"));
        Properties settings = new Properties();
        settings.putAll(options.settings());
        StringWriter text = new StringWriter();
        settings.store(text, "Written at each start; change the start's own settings instead.");
        SecretFile.write(base.resolve(PROPERTIES), text.toString());
    }

    /** A start that was killed could not stop its server. */
    static void endLeftOver(Path base) throws IOException {
        Path pidFile = pidFile(base);
        if (!Files.exists(pidFile)) {
            return;
        }
        String note = Files.readString(pidFile).trim();
        Optional<ProcessHandle> left = note.matches("\\d+") ? ProcessHandle.of(Long.parseLong(note)) : Optional.empty();
        left.filter(process -> isServerOf(process, base)).ifPresent(ServerBase::end);
        Files.delete(pidFile);
    }

    static Path pidFile(Path base) {
        return base.resolve("server.pid");
    }

    /** The process number alone may belong to another program by now. */
    private static boolean isServerOf(ProcessHandle process, Path base) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(ServerCommand.baseOption(base)))
                .orElse(false);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
