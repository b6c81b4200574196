package fr.tiers.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Writes the change log. Called inside the transaction of the change: a change without its line cannot be committed. */
@ApplicationScoped
public class History {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Db db;
    private final Clock clock;
    private final Iterable<PastRows> features;
    private final Consumer<Recorded> listener;

    protected History() {
        this(null, null, List.of(), recorded -> {});
    }

    /** Without features that say what their things look like: creations keep no snapshot unless they bring one. */
    public History(Db db, Clock clock) {
        this(db, clock, List.of(), recorded -> {});
    }

    @Inject
    public History(Db db, Clock clock, @Any Instance<PastRows> features, Event<Recorded> recorded) {
        this(db, clock, features, recorded::fire);
    }

    History(Db db, Clock clock, Iterable<PastRows> features) {
        this(db, clock, features, recorded -> {});
    }

    History(Db db, Clock clock, Iterable<PastRows> features, Consumer<Recorded> listener) {
        this.db = db;
        this.clock = clock;
        this.features = features;
        this.listener = listener;
    }

    /** Who does it and through which path. */
    public record Author(String login, String source) {}

    /** To be called after the insert: what the thing looks like is kept with the line, as its feature's {@link PastRows} says. */
    public void created(Author author, String entity, long entityId, long tierId) {
        created(author, entity, entityId, tierId, present(entity, entityId, tierId));
    }

    /** @param values what the thing looks like, in the names and texts that {@link #updated} gets */
    public void created(Author author, String entity, long entityId, long tierId, Map<String, ?> values) {
        write(author, entity, entityId, tierId, "CREATE", List.of(new Change(null, null, null)), texts(values));
    }

    /** What the thing looked like is found in its creation and the changes since, or in the row where that is not gone yet. */
    public void deleted(Author author, String entity, long entityId, long tierId, String label) {
        deleted(author, entity, entityId, tierId, label, present(entity, entityId, tierId));
    }

    /** @param values what the thing looked like last, in the names and texts that {@link #updated} gets */
    public void deleted(Author author, String entity, long entityId, long tierId, String label, Map<String, ?> values) {
        write(author, entity, entityId, tierId, "DELETE", List.of(new Change(null, label, null)), texts(values));
    }

    private Map<String, String> present(String entity, long entityId, long tierId) {
        for (var feature : features) {
            if (feature.entity().equals(entity)) {
                return feature.rows(tierId, entityId).getOrDefault(entityId, Map.of());
            }
        }
        return Map.of();
    }

    private static String json(Map<String, String> snapshot) {
        try {
            return snapshot.isEmpty() ? null : JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts that are no JSON", e);
        }
    }

    /** @return as the log keeps values: text, nothing left out but what is empty */
    public static Map<String, String> texts(Map<String, ?> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((field, value) -> {
            if (text(value) != null) {
                texts.put(field, text(value));
            }
        });
        return texts;
    }

    /** Writes one line per field whose value differs. */
    public void updated(
            Author author, String entity, long entityId, long tierId, Map<String, ?> before, Map<String, ?> after) {
        write(author, entity, entityId, tierId, "UPDATE", differences(before, after), Map.of());
    }

    /**
     * One member of a field that holds several, tags say, comes or goes.
     *
     * @param key which member it is: its word may be another one some day
     */
    public void member(
            Author author, String entity, long entityId, long tierId, String field, String key, Change change) {
        var line = new Change(field, change.oldValue(), change.newValue());
        write(author, entity, entityId, tierId, "UPDATE", List.of(line), Map.of(Replay.KEY, key));
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

    private void write(
            Author author,
            String entity,
            long entityId,
            long tierId,
            String action,
            List<Change> changes,
            Map<String, String> snapshot) {
        if (changes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var json = json(snapshot);
        db.write(
                """
                    insert into history_entry (tier_id, entity, entity_id, action, field, old_value, new_value, author, source, at,
                                               snapshot)
                    values (:tierId, :entity, :entityId, :action, :field, :oldValue, :newValue, :author, :source, :at,
                            cast(:snapshot as jsonb))
                    """,
                batch -> {
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
                                .bind("snapshot", json)
                                .add();
                    }
                });
        listener.accept(new Recorded(author, entity, entityId, tierId, action, changes, snapshot));
    }

    /**
     * @param before only lines older than this id; {@link Long#MAX_VALUE} for the newest
     * @return newest first
     */
    public List<HistoryRow> ofTier(long tierId, long before, int limit) {
        return new HistoryRows(db).page(tierId, HistoryFilter.ALL, before, limit);
    }

    /** @return how many lines the tier has; stops at {@link fr.tiers.kernel.Slice#COUNT_CAP} */
    public long count(long tierId) {
        return new HistoryRows(db).count(tierId, HistoryFilter.ALL);
    }
}
