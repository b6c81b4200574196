package fr.tiers.merge;

import fr.tiers.history.History.Author;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The before-images of a merge, written by triggers from {@link #open} to {@link #close} within one transaction: of every row of every
 * table, whoever changes it and by whatever cascade.
 */
@ApplicationScoped
public class MergeJournal {

    /** The part of the records that take part, as distinct from what hangs on them. */
    static final String OWN = "own";

    private final Db db;
    private final Clock clock;

    protected MergeJournal() {
        this(null, null);
    }

    @Inject
    public MergeJournal(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A record that becomes a part of another. */
    record Source(long id, String label) {}

    /** A row that was changed since the merge, so that it stays with the survivor. */
    public record Changed(String feature, String table, String label, List<String> columns) {}

    long open(String kind, long survivorId, String label, List<Source> sources, Author author, String reason) {
        return db.call(handle -> {
            // shorter than PostgreSQL's own patience with a deadlock: whoever else waits for us gets through, we begin
            // again
            handle.execute("set local lock_timeout = '400ms'");
            long run = handle.createUpdate(
                            """
                            insert into merge_run (kind, survivor_id, survivor_label, author, at, reason)
                            values (:kind, :survivor, :label, :author, :at, :reason)
                            """)
                    .bind("kind", kind)
                    .bind("survivor", survivorId)
                    .bind("label", label)
                    .bind("author", author.login())
                    .bind("at", clock.instant())
                    .bind("reason", reason)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            for (var source : sources) {
                handle.execute(
                        "insert into merge_source (run_id, id, label) values (?, ?, ?)",
                        run,
                        source.id(),
                        source.label());
                handle.execute(
                        "insert into merged_record (kind, id, into_id, run_id) values (?, ?, ?, ?)",
                        kind,
                        source.id(),
                        survivorId,
                        run);
            }
            set(handle, "tiers.merge_part", OWN);
            set(handle, "tiers.merge", String.valueOf(run));
            return run;
        });
    }

    /** From here on the rows are those of a feature. */
    void part(String feature) {
        db.run(handle -> set(handle, "tiers.merge_part", feature));
    }

    /** Nothing is written down any more: what tells of the merge is not undone with it. */
    void close() {
        db.run(handle -> set(handle, "tiers.merge", ""));
    }

    private static void set(Handle handle, String name, String value) {
        handle.createQuery("select set_config(:name, :value, true)")
                .bind("name", name)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }

    /**
     * What the run has changed so far, by feature.
     *
     * @param kind table of the records that are merged
     */
    List<MergeVolume> volumes(long run, String kind) {
        record Line(String part, String table, String op, long rows, long moved, long adjusted) {}
        var lines = db.call(handle -> handle.createQuery(
                        """
                        with pointing as (
                            select c.conrelid::regclass::text as table_name, array_agg(a.attname::text) as columns
                            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                            where c.contype = 'f' and c.confrelid = cast(:kind as regclass) group by 1)
                        select r.part, r.table_name, r.op, count(distinct r.key) as rows,
                               count(distinct r.key) filter (where jsonb_exists_any(r.before, p.columns)) as moved,
                               count(distinct r.key) filter (where jsonb_exists_any(r.before, p.columns) and exists (
                                   select 1 from jsonb_object_keys(r.before) c
                                   where c <> all(p.columns) and not merge_ignores(r.table_name, c))) as adjusted
                        from merge_row r left join pointing p on p.table_name = r.table_name
                        where r.run_id = :run group by 1, 2, 3
                        """)
                .bind("run", run)
                .bind("kind", kind)
                .map((row, context) -> new Line(
                        row.getString("part"),
                        row.getString("table_name"),
                        row.getString("op"),
                        row.getLong("rows"),
                        row.getLong("moved"),
                        row.getLong("adjusted")))
                .list());
        var volumes = new TreeMap<String, MergeVolume>();
        for (var part : lines.stream().map(Line::part).distinct().toList()) {
            long moved = 0;
            long gone = 0;
            long adjusted = 0;
            for (var table : lines.stream()
                    .filter(line -> line.part().equals(part))
                    .map(Line::table)
                    .distinct()
                    .toList()) {
                var ops = new TreeMap<String, Line>();
                lines.stream()
                        .filter(line -> line.part().equals(part) && line.table().equals(table))
                        .forEach(line -> ops.put(line.op(), line));
                long inserted = ops.containsKey("INSERT") ? ops.get("INSERT").rows() : 0;
                long deleted = ops.containsKey("DELETE") ? ops.get("DELETE").rows() : 0;
                // written anew under the survivor and taken away under the source: the same as moved
                moved += Math.min(inserted, deleted)
                        + (ops.containsKey("UPDATE") ? ops.get("UPDATE").moved() : 0);
                gone += Math.max(0, deleted - inserted);
                adjusted += ops.containsKey("UPDATE") ? ops.get("UPDATE").adjusted() : 0;
            }
            if (moved + gone + adjusted > 0) {
                volumes.put(part, new MergeVolume(part, moved, gone, adjusted));
            }
        }
        return new ArrayList<>(volumes.values());
    }

    /**
     * Changes as soon as anything that the run has changed was not as it is now; the order of rows says nothing. What works in the
     * background is left out, and the records themselves, which have versions.
     */
    String fingerprint(long run) {
        return db.call(handle -> handle.createQuery(
                        """
                        select md5(coalesce(string_agg(table_name || op || key || coalesce(before::text, ''), '|'
                                                       order by table_name, op, key::text, before::text), ''))
                        from merge_row where run_id = :run and op <> 'INSERT'
                          and table_name not in ('tier', 'geocoding', 'quality_score', 'key_figure_check', 'happening')
                        """)
                .bind("run", run)
                .mapTo(String.class)
                .one());
    }

    void settle(long run, Map<String, Long> moved, Map<String, Long> deduplicated) {
        db.run(handle -> handle.createUpdate(
                        "update merge_run set moved = cast(:moved as jsonb), deduplicated = cast(:gone as jsonb) where id = :run")
                .bind("moved", json(moved))
                .bind("gone", json(deduplicated))
                .bind("run", run)
                .execute());
    }

    private static String json(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** @return what is left with the survivor, because it is no longer as the merge left it */
    List<Changed> undo(long run, String login) {
        return db.call(handle -> {
            handle.execute("set local lock_timeout = '400ms'");
            var changed = handle.createQuery("select part, table_name, label, columns from merge_undo(:run)")
                    .bind("run", run)
                    .map((row, context) -> new Changed(
                            row.getString("part"), row.getString("table_name"), row.getString("label"), List.of((String
                                            [])
                                    row.getArray("columns").getArray())))
                    .list();
            // what waits for the commit is asked now, while it can still be said in words
            handle.execute("set constraints all immediate");
            handle.execute("delete from merged_record where run_id = ?", run);
            handle.createUpdate("update merge_run set undone_at = :now, undone_by = :login where id = :run")
                    .bind("now", clock.instant())
                    .bind("login", login)
                    .bind("run", run)
                    .execute();
            return changed;
        });
    }
}
