package fr.tiers.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All rows of all tables as they were, for a test that writes everywhere: {@link #restore} puts them back, whatever points to what.
 * Sequences go on. Only for tests after which nothing of theirs may be left: what others write meanwhile is lost as well.
 */
public final class Snapshot {

    private static final String SCHEMA = "snapshot";
    private static final String TABLES =
            """
            select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history' order by tablename
            """;
    private static final String COLUMNS =
            """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            """;

    private final Sql sql = World.get().sql();
    private final List<String> tables = sql.texts(TABLES);
    private final long begin;

    private Snapshot() {
        begin = sql.number("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        var statements =
                new ArrayList<>(List.of("drop schema if exists " + SCHEMA + " cascade", "create schema " + SCHEMA));
        tables.forEach(table -> statements.add("create table " + SCHEMA + '.' + table + " as table public." + table));
        run(statements);
    }

    public static Snapshot take() {
        return new Snapshot();
    }

    /** @return the rows written since, as one text in small letters without blanks; what was overwritten again is in the history */
    public String written() {
        var all = new StringBuilder();
        for (var table : tables) {
            sql.texts("select row::text from public." + table + " row where row.xmin::text::bigint >= ?", begin)
                    .forEach(row -> all.append(row).append('\n'));
        }
        return fold(all.toString());
    }

    /** What is left of a text when letters, digits and nothing else count. */
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Puts all rows back. */
    public void restore() {
        var statements = new ArrayList<>(List.of("set local session_replication_role = replica"));
        tables.forEach(table -> statements.add("delete from public." + table));
        for (var table : tables) {
            var columns = sql.text(COLUMNS, "public." + table);
            statements.add("insert into public." + table + " (" + columns + ") overriding system value select "
                    + columns + " from " + SCHEMA + '.' + table);
        }
        statements.add("drop schema " + SCHEMA + " cascade");
        run(statements);
    }

    /** As superuser: no foreign key and no trigger minds the order. */
    private void run(List<String> statements) {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var each : statements) {
                statement.execute(each);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection administrator() throws SQLException {
        try (var usual = sql.connect()) {
            return DriverManager.getConnection(usual.getMetaData().getURL(), "postgres", "");
        }
    }
}
