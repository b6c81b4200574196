package fr.tiers.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What has been ordered of sample data and what of it is done; kept in a schema of its own, beside the product's tables. */
final class ScaleLedger {

    /** Rules whose codes tiers and accounts get here, with what stands before the digits. */
    private static final Map<String, String> CODES =
            Map.of("TIER", "T", "CUSTOMER_ACCOUNT", "411", "SUPPLIER_ACCOUNT", "401");

    private final Handle handle;

    ScaleLedger(Handle handle) {
        this.handle = handle;
    }

    void prepare() {
        handle.execute("create schema if not exists sample");
        handle.execute(
                """
                create table if not exists sample.run (
                    id bigint generated always as identity primary key, day date not null, first_tier bigint not null,
                    tiers bigint not null, events bigint not null, finished_at timestamptz)
                """);
        handle.execute(
                """
                create table if not exists sample.range (
                    run_id bigint not null references sample.run, name text not null, first bigint not null, primary key (run_id, name))
                """);
        handle.execute(
                """
                create table if not exists sample.chunk (
                    run_id bigint not null references sample.run, kind text not null, number bigint not null,
                    primary key (run_id, kind, number))
                """);
        handle.execute(
                "create table if not exists sample.index_aside (name text primary key, table_name text not null, definition text not null)");
    }

    /** @return oldest first */
    List<ScaleRun> runs() {
        return handle.createQuery("select * from sample.run order by id")
                .map((row, context) -> new ScaleRun(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getLong("first_tier"),
                        row.getLong("tiers"),
                        row.getLong("events"),
                        ranges(row.getLong("id"))))
                .list();
    }

    private Map<String, Long> ranges(long run) {
        var ranges = new HashMap<String, Long>();
        handle.createQuery("select name, first from sample.range where run_id = :run")
                .bind("run", run)
                .map((row, context) -> ranges.put(row.getString("name"), row.getLong("first")))
                .list();
        return ranges;
    }

    /** The one that was interrupted. */
    Optional<ScaleRun> unfinished() {
        var id = handle.createQuery("select min(id) from sample.run where finished_at is null")
                .mapTo(Long.class)
                .one();
        return runs().stream().filter(run -> Long.valueOf(run.id()).equals(id)).findFirst();
    }

    ScaleRun begin(LocalDate day, long firstTier, long tiers, long events) {
        long id = handle.createQuery(
                        "insert into sample.run (day, first_tier, tiers, events) values (:day, :first, :tiers, :events) returning id")
                .bind("day", day)
                .bind("first", firstTier)
                .bind("tiers", tiers)
                .bind("events", events)
                .mapTo(Long.class)
                .one();
        var first = new HashMap<String, Long>();
        ScaleRun.needs(tiers, events).forEach((table, count) -> first.put(table, take(sequence(table), count)));
        CODES.forEach((rule, letters) -> first.put(rule, takeCodes(rule, letters, tiers)));
        first.forEach((name, number) ->
                handle.execute("insert into sample.range (run_id, name, first) values (?, ?, ?)", id, name, number));
        return new ScaleRun(id, day, firstTier, tiers, events, first);
    }

    private static String sequence(String table) {
        return "tier".equals(table) ? "tier_seq" : table + "_id_seq";
    }

    private long take(String sequence, long count) {
        return handle.createQuery(
                        "select setval(cast(:sequence as regclass), nextval(cast(:sequence as regclass)) + :count) - :count")
                .bind("sequence", sequence)
                .bind("count", count)
                .mapTo(Long.class)
                .one();
    }

    /** Behind every code that the counter or somebody by hand has given; the counter goes on behind the range. */
    private long takeCodes(String rule, String letters, long count) {
        handle.execute(
                "insert into numbering_counter (rule_code, period, last_value) values (?, '', 0) on conflict do nothing",
                rule);
        return handle.createQuery(
                        """
                        update numbering_counter c
                        set last_value = :count + greatest(c.last_value, (
                            select coalesce(max(substr(code, length(:letters) + 1)::bigint), 0)
                            from (select code from tier union all select accounting_account from tier_function_block) given
                            where code ~ ('^' || :letters || '[0-9]{3,12}$')))
                        where rule_code = :rule and period = '' and letters = '' returning last_value - :count + 1
                        """)
                .bind("count", count)
                .bind("letters", letters)
                .bind("rule", rule)
                .mapTo(Long.class)
                .one();
    }

    void finish(ScaleRun run) {
        handle.execute("update sample.run set finished_at = now() where id = ?", run.id());
    }

    Set<Long> done(ScaleRun run, String kind) {
        return new HashSet<>(handle.createQuery("select number from sample.chunk where run_id = :run and kind = :kind")
                .bind("run", run.id())
                .bind("kind", kind)
                .mapTo(Long.class)
                .list());
    }

    /** In the transaction of the chunk's rows: they are there, or it is not. */
    void note(ScaleRun run, String kind, long number) {
        handle.execute("insert into sample.chunk (run_id, kind, number) values (?, ?, ?)", run.id(), kind, number);
    }
}
