package fr.tiers.it;

import fr.tiers.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which SQL statements a request causes, and how often each: counted by PostgreSQL itself (pg_stat_statements), so nothing in the
 * application knows of it. Statements are told apart by their normalised text; {@code begin} and {@code commit} are none.
 */
public final class Statements {

    /** A timer of the server would have to strike in each of so many identical requests to be taken for a part of them. */
    private static final int REPEATS = 3;

    private static final String CALLS =
            """
            -- what the timers of the server ask meanwhile is not the page's
            select query, sum(calls) from counting.pg_stat_statements
            where toplevel and userid = (select oid from pg_roles where rolname = current_user)
              and dbid = (select oid from pg_database where datname = current_database()) and query not like '%pg_stat_statements%'
              and query not like '%skip locked%' and query not like '%from bell b%'
            group by query
            """;

    private final Map<String, Long> calls;

    private Statements(Map<String, Long> calls) {
        this.calls = new TreeMap<>(calls);
    }

    /** Apart from the schema that Flyway expects to be empty. */
    static void prepare(EmbeddedDatabase database) throws IOException {
        try (var connection = database.connectAsAdministrator();
                var statement = connection.createStatement()) {
            statement.execute("create schema counting");
            statement.execute("create extension pg_stat_statements schema counting");
            statement.execute("grant usage on schema counting to " + EmbeddedDatabase.NAME);
        } catch (SQLException e) {
            throw new IOException("pg_stat_statements: " + e.getMessage(), e);
        }
    }

    /** What each repetition of a request caused; the first one, which may fill caches that last, is not counted. */
    public static Statements causedBy(Runnable request) {
        request.run();
        var common = once(request);
        for (int i = 1; i < REPEATS; i++) {
            common = common.inCommonWith(once(request));
        }
        return common;
    }

    private static Statements once(Runnable request) {
        var before = calls();
        request.run();
        var after = calls();
        before.forEach((query, count) -> after.merge(query, -count, Long::sum));
        after.values().removeIf(count -> count == 0);
        return new Statements(after);
    }

    private static Map<String, Long> calls() {
        var calls = new HashMap<String, Long>();
        World.get()
                .sql()
                .list(row -> Map.entry(row.getString(1), row.getLong(2)), CALLS)
                .forEach(entry -> calls.put(entry.getKey(), entry.getValue()));
        return calls;
    }

    public long count() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Each statement as often as both have it. */
    public Statements inCommonWith(Statements other) {
        var common = new HashMap<String, Long>();
        calls.forEach((query, count) -> {
            long both = Math.min(count, other.calls.getOrDefault(query, 0L));
            if (both > 0) {
                common.put(query, both);
            }
        });
        return new Statements(common);
    }

    /** Each statement as often as the other does not have it. */
    public Statements without(Statements other) {
        var rest = new HashMap<String, Long>();
        calls.forEach((query, count) -> {
            long more = count - other.calls.getOrDefault(query, 0L);
            if (more > 0) {
                rest.put(query, more);
            }
        });
        return new Statements(rest);
    }

    /** One line per statement, the most frequent first: what one wants to read when there are too many. */
    @Override
    public String toString() {
        var lines = calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> "  " + entry.getValue() + " x " + shortened(entry.getKey()))
                .toList();
        return count() + " statements:\n" + String.join("\n", lines);
    }

    private static String shortened(String query) {
        var line = query.replaceAll("\\s+", " ");
        return line.length() > 160 ? line.substring(0, 160) + "…" : line;
    }
}
