package fr.tiers.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a PostgreSQL cluster that a killed start may have left behind. */
record Postmaster(ProcessHandle process) {

    /** The running process of this cluster; a stale note of one that is gone is removed, so that it cannot hinder a start. */
    static Optional<Postmaster> of(Path cluster) {
        Path note = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(note)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(note);
            Optional<ProcessHandle> process = lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                            .filter(ProcessHandle::isAlive)
                            .filter(Postmaster::isPostgres);
            if (process.isEmpty()) {
                // the number may belong to another program by now, which would keep PostgreSQL from starting
                Files.deleteIfExists(note);
            }
            return process.map(Postmaster::new);
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure("The note " + note + " of PostgreSQL cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** The port of a running cluster: the fourth line of its note. */
    static Optional<Integer> port(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(Integer.valueOf(lines.get(3).trim()));
        } catch (IOException | NumberFormatException e) {
            throw new StartFailure(
                    "The note of PostgreSQL in " + cluster + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /** Asks it to end once its clients are gone, then insists. */
    void stop() {
        process.destroy();
        if (!ends(process, 20)) {
            kill();
        }
    }

    /** Its children see the end by themselves; until the last is gone they hold the memory that a new start needs. */
    void kill() {
        List<ProcessHandle> children = process.children().toList();
        process.destroyForcibly();
        ends(process, 10);
        children.forEach(child -> ends(child, 10));
    }

    private static boolean ends(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
