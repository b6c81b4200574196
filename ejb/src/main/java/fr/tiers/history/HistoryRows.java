package fr.tiers.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Reads the table of the change log. Whether the caller may see the tier has been asked before. */
final class HistoryRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** So many values of one kind are offered to filter by. */
    private static final int VALUES = 500;

    private final Db db;
    private final String shown;

    /** Reads every line, for whoever plays them back. */
    HistoryRows(Db db) {
        this(db, "true");
    }

    /** @param shown SQL: the lines that are the caller's to see */
    HistoryRows(Db db, String shown) {
        this.db = db;
        this.shown = " and " + shown;
    }

    /** @return newest first */
    List<HistoryRow> page(long tierId, HistoryFilter filter, long before, int limit) {
        var conditions = conditions(filter);
        return db.call(handle -> bind(
                        handle.createQuery("select * from history_entry where tier_id = :tier and id < :before"
                                + shown
                                + sql(conditions) + " order by id desc limit :limit"),
                        tierId,
                        conditions)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list());
    }

    long count(long tierId, HistoryFilter filter) {
        var conditions = conditions(filter);
        return db.call(handle -> bind(
                        handle.createQuery("select count(*) from (select 1 from history_entry where tier_id = :tier"
                                + shown
                                + sql(conditions) + " limit :cap) capped"),
                        tierId,
                        conditions)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }

    /** @return what there is in the tier's lines, in order; each list ends somewhere */
    HistoryValues values(long tierId) {
        var fields = new ArrayList<HistoryValues.Field>();
        var others = new TreeMap<String, List<String>>();
        db.run(handle -> handle.createQuery(
                        """
                        with seen as materialized (
                            select distinct entity, field, author, source from history_entry where tier_id = :tier %s),
                        part as (
                            (select distinct 'field' as part, entity as value, field from seen where field is not null
                             order by entity, field limit :limit)
                            union all (select distinct 'entity', entity, '' from seen order by entity limit :limit)
                            union all (select distinct 'author', author, '' from seen order by author limit :limit)
                            union all (select distinct 'source', source, '' from seen order by source limit :limit))
                        select * from part order by part, value, field
                        """
                                .formatted(shown))
                .bind("tier", tierId)
                .bind("limit", VALUES)
                .map((row, context) -> {
                    var value = row.getString("value");
                    return "field".equals(row.getString("part"))
                            ? fields.add(new HistoryValues.Field(value, row.getString("field")))
                            : others.computeIfAbsent(row.getString("part"), part -> new ArrayList<>())
                                    .add(value);
                })
                .list());
        return new HistoryValues(
                fields,
                others.getOrDefault("entity", List.of()),
                others.getOrDefault("author", List.of()),
                others.getOrDefault("source", List.of()));
    }

    /** @return the lines that were written at this moment or later, newest first */
    List<Line> since(long tierId, Instant from) {
        return db.call(handle -> handle.createQuery(
                        "select * from history_entry where tier_id = :tier and at >= :from order by id desc")
                .bind("tier", tierId)
                .bind("from", from)
                .map((row, context) -> line(row))
                .list());
    }

    /** @return the lines of one thing up to this one, oldest first */
    List<Line> until(long tierId, String entity, long entityId, long id) {
        return db.call(handle -> handle.createQuery(
                        """
                        select * from history_entry
                        where tier_id = :tier and entity = :entity and entity_id = :entityId and id < :id order by id
                        """)
                .bind("tier", tierId)
                .bind("entity", entity)
                .bind("entityId", entityId)
                .bind("id", id)
                .map((row, context) -> line(row))
                .list());
    }

    /** @param snapshot what the thing looked like, where the line keeps it; else null */
    record Line(HistoryRow row, Map<String, String> snapshot) {}

    private static Line line(ResultSet row) throws SQLException {
        var snapshot = row.getString("snapshot");
        try {
            return new Line(row(row), snapshot == null ? null : JSON.readValue(snapshot, TEXTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot that is not ours", e);
        }
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getLong("id"),
                row.getString("entity"),
                row.getLong("entity_id"),
                row.getString("action"),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("author"),
                row.getString("source"),
                row.getTimestamp("at").toInstant());
    }

    /** SQL to the value it names. */
    private static Map<String, Object> conditions(HistoryFilter filter) {
        var all = new LinkedHashMap<String, Object>();
        all.put("field = :field", filter.field());
        all.put("entity = :entity", filter.entity());
        all.put("entity_id = :entityId", filter.entityId());
        all.put("author = :author", filter.author());
        all.put("source = :source", filter.source());
        all.put("at >= :from", filter.from());
        all.put("at < :until", filter.until());
        all.values().removeIf(value -> value == null);
        return all;
    }

    private static String sql(Map<String, Object> conditions) {
        return conditions.keySet().stream().map(" and "::concat).collect(Collectors.joining());
    }

    private static Query bind(Query query, long tierId, Map<String, Object> conditions) {
        conditions.forEach((sql, value) -> query.bind(sql.substring(sql.indexOf(':') + 1), value));
        return query.bind("tier", tierId);
    }
}
