package fr.tiers.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.exchange.ImportJob.Phase;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.job.IdRange;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of {@code exchange_row} and {@code exchange_claim}. */
@ApplicationScoped
public class RowTable {

    private static final TypeReference<List<Difference>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<Undo> UNDO = new TypeReference<>() {};

    private final Db db;
    private final Clock clock;

    protected RowTable() {
        this(null, null);
    }

    @Inject
    public RowTable(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A row of the file. */
    record NewRow(int number, List<String> cells, List<String> claims) {}

    void clear(long importId) {
        db.run(handle -> {
            handle.execute("delete from exchange_claim where import_id = ?", importId);
            handle.execute("delete from exchange_row where import_id = ?", importId);
        });
    }

    void insert(long importId, List<NewRow> rows) {
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    "insert into exchange_row (import_id, number, cells) values (:import, :number, :cells)");
            rows.forEach(row -> batch.bind("import", importId)
                    .bind("number", row.number())
                    .bindArray("cells", String.class, row.cells())
                    .add());
            batch.execute();
            var claims = handle.prepareBatch(
                    """
                    insert into exchange_claim (import_id, claim, number) values (:import, :claim, :number) on conflict do nothing
                    """);
            rows.forEach(row -> row.claims().forEach(claim -> claims.bind("import", importId)
                    .bind("claim", claim)
                    .bind("number", row.number())
                    .add()));
            if (claims.size() > 0) {
                claims.execute();
            }
        });
    }

    /** @return which row has each of the claims */
    Map<String, Integer> owners(long importId, Collection<String> claims) {
        var owners = new HashMap<String, Integer>();
        db.run(handle -> handle.createQuery(
                        "select claim, number from exchange_claim where import_id = :import and claim = any(:claims)")
                .bind("import", importId)
                .bindArray("claims", String.class, claims)
                .map((row, context) -> owners.put(row.getString("claim"), row.getInt("number")))
                .list());
        return owners;
    }

    /** The work of a run, split into stretches of about equal size. */
    List<IdRange> ranges(Phase phase, long importId, int wanted) {
        return db.call(handle -> handle.createQuery(
                        """
                        select min(number) as from_id, max(number) as to_id, count(*) as count
                        from (select number, ntile(:wanted) over (order by number) as part from exchange_row
                              where import_id = :import and %s) r
                        group by part order by part
                        """
                                .formatted(work(phase)))
                .bind("import", importId)
                .bind("wanted", wanted)
                .map((row, context) -> IdRange.of(row))
                .list());
    }

    /** @return numbers of rows, after the one and up to the other */
    List<Integer> numbers(Phase phase, long importId, long after, long to, int limit) {
        return db.call(handle -> handle.createQuery("select number from exchange_row where import_id = :import and "
                        + work(phase) + " and number > :after and number <= :to order by number limit :limit")
                .bind("import", importId)
                .bind("after", after)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .list());
    }

    /** Stays the same while a run goes on, so that one that is resumed counts what it has done already. */
    private static String work(Phase phase) {
        return switch (phase) {
            case SIMULATION -> "true";
            case RUN -> "due";
            case REVERT -> "due and tier_version is not null and state <> 'PLANNED'";
        };
    }

    /** In their order. */
    List<RowText> rows(long importId, List<Integer> numbers) {
        return rows(importId, numbers, "");
    }

    /** So that of two nodes that both believe to have the run only one writes. */
    List<RowText> locked(long importId, List<Integer> numbers) {
        return rows(importId, numbers, " for update");
    }

    private List<RowText> rows(long importId, List<Integer> numbers, String locking) {
        return db.call(handle -> handle.createQuery(
                        "select * from exchange_row where import_id = :import and number = any(:numbers) order by number"
                                + locking)
                .bind("import", importId)
                .bindArray("numbers", Integer.class, numbers)
                .map((row, context) -> row(row))
                .list());
    }

    private static RowText row(ResultSet row) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new RowText(
                row.getInt("number"),
                List.of((String[]) row.getArray("cells").getArray()),
                row.getString("state"),
                plan(row),
                ExchangeJson.read(row.getString("undo"), UNDO),
                done == null ? null : done.toInstant());
    }

    private static RowPlan plan(ResultSet row) throws SQLException {
        var result = row.getString("result");
        if (result == null) {
            return null;
        }
        var changes = ExchangeJson.read(row.getString("changes"), CHANGES);
        var problems = ExchangeJson.read(row.getString("problems"), PROBLEMS);
        return new RowPlan(
                Result.valueOf(result),
                row.getObject("tier_id", Long.class),
                row.getObject("tier_version", Long.class),
                changes == null ? List.of() : changes,
                problems == null ? List.of() : problems);
    }

    void planned(long importId, Map<Integer, RowPlan> plans) {
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    update exchange_row set result = :result, due = :due, tier_id = :tier, tier_version = :version,
                           changes = cast(:changes as jsonb), problems = cast(:problems as jsonb), state = 'PLANNED'
                    where import_id = :import and number = :number
                    """);
            plans.forEach((number, plan) -> batch.bind("import", importId)
                    .bind("number", number)
                    .bind("result", plan.result())
                    .bind("due", plan.result().writes())
                    .bind("tier", plan.tierId())
                    .bind("version", plan.version())
                    .bind("changes", plan.changes().isEmpty() ? null : ExchangeJson.write(plan.changes()))
                    .bind("problems", plan.problems().isEmpty() ? null : ExchangeJson.write(plan.problems()))
                    .add());
            batch.execute();
        });
    }

    /** The version is that of the tier after all that came with the row. */
    void written(long importId, List<RowWriter.Written> written) {
        if (written.isEmpty()) {
            return;
        }
        var now = clock.instant();
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    update exchange_row set state = 'DONE', tier_id = :tier, undo = cast(:undo as jsonb), done_at = :now,
                           tier_version = (select version from tier where id = :tier)
                    where import_id = :import and number = :number
                    """);
            written.forEach(row -> batch.bind("import", importId)
                    .bind("number", row.number())
                    .bind("tier", row.tierId())
                    .bind("undo", ExchangeJson.write(row.undo()))
                    .bind("now", now)
                    .add());
            batch.execute();
        });
    }

    /** The run did not write it: the plan as it would be now, or why not. Nothing is left to take back. */
    void notWritten(long importId, int number, RowPlan plan) {
        db.run(handle -> handle.createUpdate(
                        """
                        update exchange_row set state = 'DONE', result = :result, tier_id = :tier, tier_version = null,
                               changes = cast(:changes as jsonb), problems = cast(:problems as jsonb)
                        where import_id = :import and number = :number and state = 'PLANNED'
                        """)
                .bind("import", importId)
                .bind("number", number)
                .bind("result", plan.result())
                .bind("tier", plan.tierId())
                .bind("changes", ExchangeJson.write(plan.changes()))
                .bind("problems", ExchangeJson.write(plan.problems()))
                .execute());
    }

    /** @param problems why it was not taken back; empty when it was */
    void reverted(long importId, int number, List<RowProblem> problems) {
        db.run(handle -> handle.createUpdate(
                        """
                        update exchange_row set state = :state, problems = cast(:problems as jsonb)
                        where import_id = :import and number = :number
                        """)
                .bind("import", importId)
                .bind("number", number)
                .bind("state", problems.isEmpty() ? "REVERTED" : "KEPT")
                .bind("problems", problems.isEmpty() ? null : ExchangeJson.write(problems))
                .execute());
    }

    /** Whether the change log has a line about the tier that is younger than the row. */
    boolean isTouchedSince(RowText row) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from history_entry where tier_id = :tier and at > :done)")
                .bind("tier", row.plan().tierId())
                .bind("done", row.doneAt())
                .mapTo(Boolean.class)
                .one());
    }

    /** How many rows there are of each kind: results of the plan, and {@code WRITTEN}, {@code REVERTED}, {@code KEPT}. */
    Map<String, Long> counts(long importId) {
        var counts = new TreeMap<String, Long>();
        db.run(handle -> handle.createQuery(
                        """
                        select result, state, tier_version is not null as has_version, due, count(*) as count from exchange_row
                        where import_id = :import and result is not null group by 1, 2, 3, 4
                        """)
                .bind("import", importId)
                .map((row, context) -> {
                    var count = row.getLong("count");
                    var state = row.getString("state");
                    counts.merge(row.getString("result"), count, Long::sum);
                    if ("DONE".equals(state) && row.getBoolean("has_version") && row.getBoolean("due")) {
                        counts.merge("WRITTEN", count, Long::sum);
                    } else if (!"PLANNED".equals(state) && !"DONE".equals(state)) {
                        counts.merge(state, count, Long::sum);
                    }
                    return count;
                })
                .list());
        return counts;
    }

    /**
     * @param result null for all
     * @param after number of the last row of the page before
     */
    Slice<RowText> page(long importId, String result, int after, int limit) {
        var condition = condition(result);
        var rows = db.call(
                handle -> handle.createQuery("select * from exchange_row where import_id = :import and number > :after"
                                + condition + " order by number limit :limit")
                        .bind("import", importId)
                        .bind("after", after)
                        .bind("limit", limit + 1)
                        .map((row, context) -> row(row))
                        .list());
        var total = db.call(handle -> handle.createQuery(
                        "select count(*) from (select 1 from exchange_row where import_id = :import" + condition
                                + " limit " + (Slice.COUNT_CAP + 1) + ") r")
                .bind("import", importId)
                .mapTo(Long.class)
                .one());
        var items = List.copyOf(rows.subList(0, Math.min(limit, rows.size())));
        var next = rows.size() > limit ? String.valueOf(items.get(limit - 1).number()) : null;
        return new Slice<>(items, next, Math.min(total, Slice.COUNT_CAP), total <= Slice.COUNT_CAP);
    }

    /** What is asked for by name; a constant of this class becomes part of the SQL, never the name. */
    private static String condition(String result) {
        if (result == null) {
            return "";
        }
        return switch (result) {
            case "NOT_WRITTEN" -> " and result in ('ERROR', 'DUPLICATE', 'CHANGED')";
            case "REVERTED" -> " and state = 'REVERTED'";
            case "KEPT" -> " and state = 'KEPT'";
            default -> " and result = '" + Result.valueOf(result) + "'";
        };
    }
}
