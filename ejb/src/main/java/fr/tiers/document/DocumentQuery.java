package fr.tiers.document;

import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tag.TagWhere;
import fr.tiers.tier.SearchWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL of lists of documents, always with the visibility of their tiers. */
final class DocumentQuery {

    private static final String FROM =
            """
             from document d
             join tier t on t.id = d.tier_id
             join document_version v on v.document_id = d.id and v.number = d.number
             left join document_category c on c.id = d.category_id
            """;
    private static final String SELECT =
            "select d.*, t.name as tier_name, c.code as category, v.media_type, v.size, v.sha256, "
                    + DocumentTagUse.TABLE.labels("d.id") + " as tags" + FROM;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final Db db;
    private final Visibility visibility;

    DocumentQuery(Db db, Visibility visibility) {
        this.db = db;
        this.visibility = visibility;
    }

    Optional<DocumentView> one(long id) {
        return db.call(handle -> visibility
                .bind(handle.createQuery(SELECT + " where d.id = :id and " + visibility.predicate("t")))
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    /** @param tierId null: the general document base */
    Slice<DocumentView> list(Long tierId, DocumentFilter filter, String after, int limit) {
        var start = after == null ? new Cursor(END_OF_TIME.toString(), Long.MAX_VALUE) : Cursor.decode(after);
        var at = instant(start.key());
        var conditions = new Conditions(tierId, filter, SearchWords.patterns(filter.words()));
        var rows = db.call(handle -> bind(
                        handle.createQuery(SELECT + where(conditions)
                                + " and (d.updated_at, d.id) < (:at, :after)"
                                + " order by d.updated_at desc, d.id desc limit :limit"),
                        conditions)
                .bind("at", Timestamp.from(at))
                .bind("after", start.id())
                .bind("limit", limit + 1)
                .map((row, context) -> view(row))
                .list());
        var page = List.copyOf(rows.size() > limit ? rows.subList(0, limit) : rows);
        var last = rows.size() > limit ? page.get(limit - 1) : null;
        long total = count(conditions);
        return new Slice<>(
                page,
                last == null ? null : new Cursor(last.updatedAt().toString(), last.id()).encode(),
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    private long count(Conditions conditions) {
        var sql = "select count(*) from (select 1" + FROM + where(conditions) + " limit " + (Slice.COUNT_CAP + 1)
                + ") capped";
        return db.call(handle ->
                bind(handle.createQuery(sql), conditions).mapTo(Long.class).one());
    }

    private record Conditions(Long tierId, DocumentFilter filter, List<String> words) {

        TagWhere tags() {
            return DocumentTagUse.TABLE.where(filter.tags(), "d.id");
        }
    }

    private String where(Conditions conditions) {
        return " where " + visibility.predicate("t")
                + (conditions.tierId() == null ? " and d.published" : " and d.tier_id = :tier")
                + (conditions.filter().category() == null ? "" : " and c.code = :category")
                + words(conditions.words().size())
                + conditions.tags().and();
    }

    /** The same condition for lists and for the search box. */
    static String words(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> " and fold(d.name || ' ' || coalesce(d.description, '')) like fold(:word" + i + ')')
                .collect(Collectors.joining());
    }

    private <S extends SqlStatement<S>> S bind(S statement, Conditions conditions) {
        visibility.bind(statement);
        conditions.tags().bind(statement);
        if (conditions.tierId() != null) {
            statement.bind("tier", conditions.tierId());
        }
        if (conditions.filter().category() != null) {
            statement.bind("category", conditions.filter().category());
        }
        for (int i = 0; i < conditions.words().size(); i++) {
            statement.bind("word" + i, conditions.words().get(i));
        }
        return statement;
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            if (!instant.isAfter(END_OF_TIME) && instant.isAfter(Instant.EPOCH)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // not ours: refused below like any other foreign text
        }
        throw BusinessException.invalid("after", "cursor-invalid");
    }

    private static DocumentView view(ResultSet row) throws SQLException {
        return new DocumentView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("tier_id"),
                row.getString("tier_name"),
                row.getString("name"),
                row.getString("category"),
                row.getString("description"),
                row.getBoolean("published"),
                row.getInt("number"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("author"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("updated_by"),
                row.getTimestamp("updated_at").toInstant(),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
