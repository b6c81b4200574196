package fr.tiers.launcher;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Runs a program of the application on the database of {@code mvn -Prun}: starts it when it is not running and stops it afterwards, so
 * that the next start of the application finds what the program has written. {@code -Dtiers.db.url}, {@code .user} and {@code .password}
 * name another database instead.
 */
public final class LocalDatabase {

    private LocalDatabase() {}

    /** Arguments: the data folder, the program's class, its arguments; before these it gets URL, user and password. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING); // the parts' own chatter
        String[] own = Arrays.copyOfRange(arguments, 2, arguments.length);
        String url = System.getProperty("tiers.db.url");
        try {
            if (url != null) {
                run(
                        arguments[1],
                        own,
                        url,
                        System.getProperty("tiers.db.user", EmbeddedDatabase.NAME),
                        System.getProperty("tiers.db.password", EmbeddedDatabase.NAME));
            } else {
                runLocally(Path.of(arguments[0]), arguments[1], own);
            }
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void runLocally(Path folder, String program, String[] own) throws Exception {
        Path postgresql = folder.toAbsolutePath().normalize().resolve("postgresql");
        var running = EmbeddedDatabase.running(postgresql);
        if (running.isPresent()) {
            run(program, own, running.get(), EmbeddedDatabase.NAME, EmbeddedDatabase.NAME);
            return;
        }
        StartedParts parts = new StartedParts();
        Thread stop = new Thread(parts::close, "tiers-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            DataFolder data = parts.start(() -> DataFolder.open(folder));
            EmbeddedDatabase database = parts.start(() -> EmbeddedDatabase.persistent(data.resolve("postgresql")));
            run(program, own, database.url(), EmbeddedDatabase.NAME, EmbeddedDatabase.NAME);
        } finally {
            parts.close();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /** By name: this module does not know the application. */
    private static void run(String program, String[] own, String... database) throws Exception {
        String[] all = Stream.concat(Stream.of(database), Stream.of(own)).toArray(String[]::new);
        try {
            Class.forName(program).getMethod("main", String[].class).invoke(null, (Object) all);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalStateException refused) {
                throw new StartFailure(refused.getMessage(), refused);
            }
            throw e;
        }
    }
}
