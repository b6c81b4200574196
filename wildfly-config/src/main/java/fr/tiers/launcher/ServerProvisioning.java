package fr.tiers.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Configures an unpacked stock WildFly with the scripts of {@code src/main/cli}; does nothing when neither has changed. */
public final class ServerProvisioning {

    private static final String DONE = "tiers-configuration.sha256";

    private ServerProvisioning() {}

    /** Arguments: the unpacked server, the folder of the scripts, the folder of the module jars. */
    public static void main(String[] arguments) {
        configure(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    static void configure(Path home, Path scripts, Path jars) {
        try {
            Path done = home.resolve(DONE);
            String fingerprint = fingerprint(scripts, jars);
            if (Files.exists(done) && Files.readString(done).equals(fingerprint)) {
                return;
            }
            Files.deleteIfExists(done);
            reset(home);
            runScripts(home, scripts, jars);
            tidy(home);
            Files.writeString(done, fingerprint);
        } catch (IOException e) {
            throw new StartFailure("The server in " + home + " cannot be configured: " + e.getMessage() + ".", e);
        }
    }

    /** Back to stock, so that the scripts always meet the same server. */
    private static void reset(Path home) throws IOException {
        Path current = home.resolve("standalone/configuration/standalone.xml");
        Path stock = home.resolve("standalone/configuration/standalone.stock.xml");
        if (Files.exists(stock)) {
            Files.copy(stock, current, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.copy(current, stock);
        }
        Folders.delete(home.resolve("modules/org"));
    }

    private static void runScripts(Path home, Path scripts, Path jars) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("set kit=" + slashes(jars.getParent()));
        lines.add("set server=" + slashes(home));
        lines.add("embed-server --server-config=standalone.xml --std-out=discard");
        for (Path script : list(scripts, ".cli")) {
            lines.addAll(Files.readAllLines(script));
        }
        lines.add("stop-embedded-server");
        Path all = home.resolve("tiers-configuration.cli");
        Path log = home.resolve("tiers-configuration.log");
        Files.write(all, lines);
        int code = runCli(home, all, log);
        if (code != 0) {
            throw new StartFailure("The server's configuration failed, see " + log + ".");
        }
    }

    private static int runCli(Path home, Path script, Path log) throws IOException {
        ProcessBuilder cli = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dlogging.configuration="
                        + home.resolve("bin/jboss-cli-logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.cli",
                "--echo-command",
                "--file=" + script);
        cli.environment().put("JBOSS_HOME", home.toString());
        Process process =
                cli.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailure("The server's configuration was interrupted.", e);
        }
    }

    /** What the embedded run left behind; each server instance has its own of these. */
    private static void tidy(Path home) throws IOException {
        Folders.delete(home.resolve("standalone/configuration/standalone_xml_history"));
        Folders.delete(home.resolve("standalone/data"));
        Folders.delete(home.resolve("standalone/log"));
        Folders.delete(home.resolve("standalone/tmp"));
    }

    /** Changes with any script or jar. */
    static String fingerprint(Path scripts, Path jars) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = new ArrayList<>(list(scripts, ".cli"));
            files.addAll(list(jars, ".jar"));
            for (Path file : files) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String slashes(Path path) {
        return path.toAbsolutePath().toString().replace('\\', '/');
    }
}
