package fr.tiers.bulk;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.tiers.access.Action;
import fr.tiers.access.Caller;
import fr.tiers.access.Visibility;
import fr.tiers.bulk.BulkJob.Phase;
import fr.tiers.exchange.Difference;
import fr.tiers.exchange.ExchangeJson;
import fr.tiers.exchange.RowProblem;
import fr.tiers.job.IdRange;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The SQL of {@code bulk_row}. */
@ApplicationScoped
public class BulkRows {

    private static final TypeReference<List<Difference>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};

    /** What can be asked for by name, as SQL; the name itself never becomes part of it. */
    static final Map<String, String> KINDS = Map.of(
            "CHANGE", "r.result = 'CHANGE'",
            "UNCHANGED", "r.result = 'UNCHANGED'",
            "REFUSED", "r.result = 'REFUSED'",
            "CHANGED_SINCE", "r.result = 'CHANGED_SINCE'",
            "APPLIED", "r.result = 'CHANGE' and r.state = 'DONE'",
            "UNDONE", "r.state = 'UNDONE'",
            "KEPT", "r.state = 'KEPT'",
            "NOT_APPLIED", "r.result in ('REFUSED', 'CHANGED_SINCE')");

    private final Db db;

    protected BulkRows() {
        this(null);
    }

    @Inject
    public BulkRows(Db db) {
        this.db = db;
    }

    /** What the caller may do with a row's tier, and how it is now. */
    record Standing(int number, Long tierId, long version, boolean visible, Action missing) {}

    /** A row whose turn has come. */
    record Due(int number, Long tierId, Long version, String state, List<Difference> changes) {}

    /** What a row was planned as. */
    record Planned(int number, String result, Long version, Foreseen foreseen) {}

    /** The work of a run, split into stretches of about equal size. */
    List<IdRange> ranges(Phase phase, long bulkId, int wanted) {
        return db.call(handle -> handle.createQuery(
                        """
                        select min(number) as from_id, max(number) as to_id, count(*) as count
                        from (select number, ntile(:wanted) over (order by number) as part from bulk_row
                              where bulk_id = :bulk and %s) r
                        group by part order by part
                        """
                                .formatted(work(phase)))
                .bind("bulk", bulkId)
                .bind("wanted", wanted)
                .map((row, context) -> IdRange.of(row))
                .list());
    }

    /** @return numbers of rows, after the one and up to the other */
    List<Integer> numbers(Phase phase, long bulkId, long after, long to, int limit) {
        return db.call(handle -> handle.createQuery("select number from bulk_row where bulk_id = :bulk and "
                        + work(phase) + " and number > :after and number <= :to order by number limit :limit")
                .bind("bulk", bulkId)
                .bind("after", after)
                .bind("to", to)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .list());
    }

    /** Stays the same while a run goes on, so that one that is resumed counts what it has done already. */
    private static String work(Phase phase) {
        return switch (phase) {
            case PLAN -> "true";
            case RUN -> "due";
            case UNDO -> "due and tier_version is not null and state <> 'PLANNED'";
        };
    }

    /** Rights by the same predicates as everywhere, for all rows in one query. */
    List<Standing> standing(long bulkId, List<Integer> numbers, Caller caller, Collection<Action> rights) {
        var sql = new StringBuilder("select r.number, r.tier_id, t.version, ");
        var parameters = new HashMap<String, Object>();
        var visible = Visibility.of(caller);
        parameters.putAll(visible.parameters());
        sql.append("t.id is not null and ").append(visible.predicate("t")).append(" as visible, case");
        for (var right : rights) {
            var possible = Visibility.of(caller, right);
            parameters.putAll(possible.parameters());
            sql.append(" when not (")
                    .append(possible.predicate("t"))
                    .append(") then '")
                    .append(right.name())
                    .append('\'');
        }
        sql.append(
                " end as missing from bulk_row r left join tier t on t.id = r.tier_id where r.bulk_id = :bulk and r.number = any(:numbers)");
        return db.call(handle -> handle.createQuery(sql.toString())
                .bindMap(parameters)
                .bind("bulk", bulkId)
                .bindArray("numbers", Integer.class, numbers)
                .map((row, context) -> new Standing(
                        row.getInt("number"),
                        row.getObject("tier_id", Long.class),
                        row.getLong("version"),
                        row.getBoolean("visible"),
                        row.getString("missing") == null ? null : Action.valueOf(row.getString("missing"))))
                .list());
    }

    void planned(long bulkId, List<Planned> plans) {
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    update bulk_row set result = :result, due = :result = 'CHANGE', tier_version = :version,
                           changes = cast(:changes as jsonb), problems = cast(:problems as jsonb)
                    where bulk_id = :bulk and number = :number
                    """);
            for (var plan : plans) {
                batch.bind("bulk", bulkId)
                        .bind("number", plan.number())
                        .bind("result", plan.result())
                        .bind("version", plan.version())
                        .bind("changes", json(plan.foreseen().changes()))
                        .bind("problems", json(plan.foreseen().problems()))
                        .add();
            }
            batch.execute();
        });
    }

    private static String json(List<?> list) {
        return list.isEmpty() ? null : ExchangeJson.write(list);
    }

    /** So that of two nodes that both believe to have the run only one writes. */
    List<Due> locked(long bulkId, List<Integer> numbers) {
        return db.call(handle -> handle.createQuery(
                        "select * from bulk_row where bulk_id = :bulk and number = any(:numbers) order by number for update")
                .bind("bulk", bulkId)
                .bindArray("numbers", Integer.class, numbers)
                .map((row, context) -> new Due(
                        row.getInt("number"),
                        row.getObject("tier_id", Long.class),
                        row.getObject("tier_version", Long.class),
                        row.getString("state"),
                        changes(row)))
                .list());
    }

    /** The version of a tier, which nobody changes before the transaction ends; null when it is gone. */
    Long lockTier(Long tierId) {
        return tierId == null
                ? null
                : db.call(handle -> handle.createQuery("select version from tier where id = :id for no key update")
                        .bind("id", tierId)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null));
    }

    /** Written: the version is that of the tier after the change. */
    void applied(long bulkId, int number) {
        db.run(handle -> handle.createUpdate(
                        """
                        update bulk_row r set state = 'DONE', tier_version = (select version from tier where id = r.tier_id)
                        where bulk_id = :bulk and number = :number
                        """)
                .bind("bulk", bulkId)
                .bind("number", number)
                .execute());
    }

    /** The run did not write it. Nothing is left to take back. */
    void notApplied(long bulkId, int number, String result, List<RowProblem> problems) {
        db.run(handle -> handle.createUpdate(
                        """
                        update bulk_row set state = 'DONE', result = :result, tier_version = null, problems = cast(:problems as jsonb)
                        where bulk_id = :bulk and number = :number and state = 'PLANNED'
                        """)
                .bind("bulk", bulkId)
                .bind("number", number)
                .bind("result", result)
                .bind("problems", json(problems))
                .execute());
    }

    /** @param problems why it was not taken back; empty when it was */
    void undone(long bulkId, int number, List<RowProblem> problems) {
        db.run(handle -> handle.createUpdate(
                        """
                        update bulk_row set state = :state, problems = cast(:problems as jsonb)
                        where bulk_id = :bulk and number = :number and state in ('DONE', 'KEPT')
                        """)
                .bind("bulk", bulkId)
                .bind("number", number)
                .bind("state", problems.isEmpty() ? "UNDONE" : "KEPT")
                .bind("problems", json(problems))
                .execute());
    }

    /** How many rows there are of each kind: results of the plan, and {@code APPLIED}, {@code UNDONE}, {@code KEPT}. */
    Map<String, Long> counts(long bulkId) {
        var counts = new TreeMap<String, Long>();
        db.run(handle -> handle.createQuery(
                        "select result, state, count(*) as count from bulk_row where bulk_id = :bulk and result is not null group by 1, 2")
                .bind("bulk", bulkId)
                .map((row, context) -> {
                    var count = row.getLong("count");
                    var state = row.getString("state");
                    boolean change = "CHANGE".equals(row.getString("result"));
                    counts.merge(row.getString("result"), count, Long::sum);
                    if (change && !"PLANNED".equals(state)) {
                        counts.merge("DONE".equals(state) ? "APPLIED" : state, count, Long::sum);
                    }
                    return count;
                })
                .list());
        return counts;
    }

    /**
     * @param kind one of {@link #KINDS}; null for all
     * @param after number of the last row of the page before
     * @param limit one more is read, so that the caller sees whether there are others
     */
    List<BulkRow> page(long bulkId, String kind, int after, int limit, Caller caller) {
        var visibility = Visibility.of(caller);
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        """
                        select r.*, t.id as seen_id, t.code, t.name from bulk_row r
                        left join tier t on t.id = r.tier_id and %s
                        where r.bulk_id = :bulk and r.number > :after and %s order by r.number limit :limit
                        """
                                .formatted(visibility.predicate("t"), kind == null ? "true" : KINDS.get(kind))))
                .bind("bulk", bulkId)
                .bind("after", after)
                .bind("limit", limit + 1)
                .map((row, context) -> row(row))
                .list());
    }

    /** Of a tier that is not the caller's to see, nothing is told but that it is one. */
    private static BulkRow row(ResultSet row) throws SQLException {
        var tier = row.getObject("seen_id", Long.class);
        var problems = ExchangeJson.read(row.getString("problems"), PROBLEMS);
        return new BulkRow(
                row.getInt("number"),
                row.getString("result"),
                row.getString("state"),
                tier,
                row.getString("code"),
                row.getString("name"),
                tier == null ? List.of() : changes(row),
                problems == null ? List.of() : problems);
    }

    private static List<Difference> changes(ResultSet row) throws SQLException {
        var changes = ExchangeJson.read(row.getString("changes"), CHANGES);
        return changes == null ? List.of() : changes;
    }
}
