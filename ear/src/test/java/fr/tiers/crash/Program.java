package fr.tiers.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as an administrator types it. */
final class Program {

    private Program() {}

    /** What it left behind: exit code, and everything it said. */
    record Outcome(int code, String said) {}

    /** @param input what it reads from its standard input */
    static Outcome run(Path folder, Duration longest, String input, Object... words)
            throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "program", ".txt");
        var typed = Files.writeString(Files.createTempFile(folder, "program", ".in"), input);
        var process = new ProcessBuilder(
                        List.of(words).stream().map(Object::toString).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(typed.toFile())
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            end(process);
            throw new AssertionError(words[0] + " did not end: " + Files.readString(said));
        }
        return new Outcome(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /** With everything it started. */
    static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
