package fr.tiers.relation;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two tiers become one: the relations of the one become those of the other. What both had with the same partner at the same time becomes
 * one relation over both periods; what they had with each other is gone, as nobody is related to oneself.
 */
@ApplicationScoped
public class RelationMerge {

    private final Db db;

    protected RelationMerge() {
        this(null);
    }

    @Inject
    public RelationMerge(Db db) {
        this.db = db;
    }

    private record Key(String type, long first, long second) {}

    private record Row(
            long id,
            String type,
            boolean symmetric,
            long first,
            long second,
            LocalDate from,
            LocalDate to,
            String note) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getString("type_code"),
                    row.getBoolean("mutual"),
                    row.getLong("tier_id"),
                    row.getLong("other_id"),
                    row.getObject("from_date", LocalDate.class),
                    row.getObject("to_date", LocalDate.class),
                    row.getString("note"));
        }

        Row renamed(long gone, long survivor) {
            long a = first == gone ? survivor : first;
            long b = second == gone ? survivor : second;
            return new Row(
                    id,
                    type,
                    symmetric,
                    symmetric ? Math.min(a, b) : a,
                    symmetric ? Math.max(a, b) : b,
                    from,
                    to,
                    note);
        }

        Key key() {
            return new Key(type, first, second);
        }

        LocalDate start() {
            return from == null ? LocalDate.MIN : from;
        }

        LocalDate end() {
            return to == null ? LocalDate.MAX : to;
        }

        boolean meets(Row later) {
            return !later.start().isAfter(end());
        }

        /** The later one is swallowed; what was noted on it is kept. */
        Row with(Row later) {
            var notes = Stream.of(note, later.note)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Row(
                    id,
                    type,
                    symmetric,
                    first,
                    second,
                    from,
                    end().isAfter(later.end()) ? to : later.to,
                    notes.isEmpty() ? null : String.join("\n", notes));
        }
    }

    void move(long gone, long survivor) {
        var rows = read(gone, survivor);
        var kept = new ArrayList<Row>();
        for (var group : grouped(rows, gone, survivor).values()) {
            kept.addAll(joined(group));
        }
        var keptIds = kept.stream().map(Row::id).collect(Collectors.toSet());
        // first what goes, then what grows: no moment at which two would stand for the same days
        rows.stream()
                .map(Row::id)
                .filter(id -> !keptIds.contains(id))
                .forEach(id -> db.run(handle -> handle.execute("delete from tier_relation where id = ?", id)));
        var before = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
        kept.stream().filter(row -> !row.equals(before.get(row.id()))).forEach(this::write);
    }

    private static Map<Key, List<Row>> grouped(List<Row> rows, long gone, long survivor) {
        return rows.stream()
                .map(row -> row.renamed(gone, survivor))
                .filter(row -> row.first() != row.second())
                .sorted(Comparator.comparing(Row::start).thenComparing(Row::id))
                .collect(Collectors.groupingBy(Row::key, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Row> joined(List<Row> group) {
        var result = new ArrayList<Row>();
        for (var row : group) {
            var last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && last.meets(row)) {
                result.set(result.size() - 1, last.with(row));
            } else {
                result.add(row);
            }
        }
        return result;
    }

    private List<Row> read(long gone, long survivor) {
        return db.call(handle -> handle.createQuery(
                        """
                        select r.*, y.mutual from tier_relation r join relation_type y on y.code = r.type_code
                        where r.tier_id in (:gone, :survivor) or r.other_id in (:gone, :survivor) order by r.id for update of r
                        """)
                .bind("gone", gone)
                .bind("survivor", survivor)
                .map((row, context) -> Row.of(row))
                .list());
    }

    private void write(Row row) {
        db.run(handle -> handle.createUpdate(
                        """
                        update tier_relation set version = version + 1, tier_id = :first, other_id = :second, from_date = :from,
                               to_date = :to, note = :note
                        where id = :id
                        """)
                .bind("id", row.id())
                .bind("first", row.first())
                .bind("second", row.second())
                .bind("from", row.from())
                .bind("to", row.to())
                .bind("note", row.note())
                .execute());
    }
}
