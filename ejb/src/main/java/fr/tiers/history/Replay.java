package fr.tiers.history;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays the change log backwards: from what things look like now to what they looked like at a moment. A changed field gets its old
 * value back, what was created since is not there yet, what was deleted since is there again. Works for any feature that says what its
 * things look like ({@link PastRows}) and logs each change of them.
 */
@ApplicationScoped
public class Replay {

    /** In the snapshot of a line about one member of a field: which member. */
    static final String KEY = "key";

    private final HistoryRows history;

    protected Replay() {
        this(null);
    }

    @Inject
    public Replay(Db db) {
        this.history = new HistoryRows(db);
    }

    /**
     * @param things id to fields
     * @param incomplete ids of things that were deleted without a trace of all their fields: only part of them is known
     */
    public record State(Map<Long, Map<String, String>> things, Set<Long> incomplete) {}

    /**
     * @param now what the things look like now
     * @param moment everything that was logged at this moment or later is undone
     */
    public State before(Instant moment, long tierId, String entity, Map<Long, Map<String, String>> now) {
        return before(since(tierId, moment), tierId, entity, now);
    }

    /** @return the lines to undo, for several kinds of things at once */
    List<HistoryRows.Line> since(long tierId, Instant moment) {
        return history.since(tierId, moment);
    }

    State before(List<HistoryRows.Line> lines, long tierId, String entity, Map<Long, Map<String, String>> now) {
        var things = new TreeMap<Long, Map<String, String>>();
        now.forEach((id, fields) -> things.put(id, new TreeMap<>(History.texts(fields))));
        var incomplete = new HashSet<Long>();
        for (var line : lines) {
            if (line.row().entity().equals(entity)) {
                undo(line, tierId, things, incomplete);
            }
        }
        // a feature that logs the coming of a thing field by field leaves nothing of it
        things.values().removeIf(Map::isEmpty);
        incomplete.retainAll(things.keySet());
        return new State(things, incomplete);
    }

    /**
     * The members that a field of several had, from the lines of {@link History#member}.
     *
     * @param now key to word; lines without a key are told by their word
     */
    public Map<String, String> members(
            Instant moment, long tierId, String entity, String field, Map<String, String> now) {
        var words = new LinkedHashMap<>(now);
        // counted, because two members may have become one since
        var times = new HashMap<String, Integer>();
        now.keySet().forEach(key -> times.put(key, 1));
        for (var line : since(tierId, moment)) {
            var row = line.row();
            if (row.entity().equals(entity) && field.equals(row.field())) {
                var key = key(line, words);
                words.putIfAbsent(key, String.valueOf(row.oldValue()));
                times.merge(key, row.newValue() == null ? 1 : -1, Integer::sum);
            }
        }
        words.keySet().removeIf(key -> times.get(key) <= 0);
        return words;
    }

    private static String key(HistoryRows.Line line, Map<String, String> members) {
        if (line.snapshot() != null && line.snapshot().containsKey(KEY)) {
            return line.snapshot().get(KEY);
        }
        var word = line.row().newValue() == null
                ? line.row().oldValue()
                : line.row().newValue();
        return members.entrySet().stream()
                .filter(member -> member.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(word));
    }

    private void undo(HistoryRows.Line line, long tierId, Map<Long, Map<String, String>> things, Set<Long> incomplete) {
        var row = line.row();
        long id = row.entityId();
        switch (row.action()) {
            case "CREATE" -> things.remove(id);
            case "DELETE" -> things.put(id, last(line, tierId, incomplete));
            default -> put(things.computeIfAbsent(id, unknown -> new TreeMap<>()), row.field(), row.oldValue());
        }
    }

    /** What was kept with the deletion; else what was kept with the creation, and the changes since. */
    private Map<String, String> last(HistoryRows.Line deletion, long tierId, Set<Long> incomplete) {
        if (deletion.snapshot() != null) {
            return new TreeMap<>(deletion.snapshot());
        }
        var row = deletion.row();
        var fields = new TreeMap<String, String>();
        boolean complete = false;
        for (var line : history.until(tierId, row.entity(), row.entityId(), row.id())) {
            if (!line.row().action().equals("UPDATE")) {
                fields.clear();
                complete = line.snapshot() != null;
                if (complete) {
                    fields.putAll(line.snapshot());
                }
            } else {
                put(fields, line.row().field(), line.row().newValue());
            }
        }
        if (!complete) {
            incomplete.add(row.entityId());
            fields.putIfAbsent("label", row.oldValue());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String field, String value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }
}
