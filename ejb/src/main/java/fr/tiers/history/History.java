package fr.tiers.history;

import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Writes and reads the change log. Called inside the transaction of the change: a change without its line cannot be committed. */
@ApplicationScoped
public class History {

    private final Db db;
    private final Clock clock;

    protected History() {
        this(null, null);
    }

    @Inject
    public History(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Who does it and through which path. */
    public record Author(String login, String source) {}

    public void created(Author author, String entity, long entityId, long tierId) {
        write(author, entity, entityId, tierId, "CREATE", List.of(new Change(null, null, null)));
    }

    public void deleted(Author author, String entity, long entityId, long tierId, String label) {
        write(author, entity, entityId, tierId, "DELETE", List.of(new Change(null, label, null)));
    }

    /** Writes one line per field whose value differs. */
    public void updated(
            Author author, String entity, long entityId, long tierId, Map<String, ?> before, Map<String, ?> after) {
        write(author, entity, entityId, tierId, "UPDATE", differences(before, after));
    }

    /** @return the fields whose text differs, in alphabetical order */
    public static List<Change> differences(Map<String, ?> before, Map<String, ?> after) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Change(field, text(before.get(field)), text(after.get(field))))
                .filter(change -> !Objects.equals(change.oldValue(), change.newValue()))
                .toList();
    }

    private static String text(Object value) {
        var text = value == null ? "" : value.toString();
        return text.isEmpty() ? null : text;
    }

    private void write(Author author, String entity, long entityId, long tierId, String action, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into history_entry (tier_id, entity, entity_id, action, field, old_value, new_value, author, source, at)
                    values (:tierId, :entity, :entityId, :action, :field, :oldValue, :newValue, :author, :source, :at)
                    """);
            for (var change : changes) {
                batch.bind("tierId", tierId)
                        .bind("entity", entity)
                        .bind("entityId", entityId)
                        .bind("action", action)
                        .bind("field", change.field())
                        .bind("oldValue", change.oldValue())
                        .bind("newValue", change.newValue())
                        .bind("author", author.login())
                        .bind("source", author.source())
                        .bind("at", now)
                        .add();
            }
            batch.execute();
        });
    }

    /**
     * @param before only lines older than this id; {@link Long#MAX_VALUE} for the newest
     * @return newest first
     */
    public List<HistoryRow> ofTier(long tierId, long before, int limit) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id, entity, entity_id, action, field, old_value, new_value, author, source, at
                        from history_entry where tier_id = :tierId and id < :before
                        order by id desc limit :limit
                        """)
                .bind("tierId", tierId)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new HistoryRow(
                        row.getLong("id"),
                        row.getString("entity"),
                        row.getLong("entity_id"),
                        row.getString("action"),
                        row.getString("field"),
                        row.getString("old_value"),
                        row.getString("new_value"),
                        row.getString("author"),
                        row.getString("source"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    /** @return how many lines the tier has; stops at {@link Slice#COUNT_CAP} */
    public long count(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select count(*) from (select 1 from history_entry where tier_id = :tierId limit :cap) capped")
                .bind("tierId", tierId)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }
}
