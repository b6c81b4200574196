package fr.tiers.history;

import java.util.List;
import java.util.Map;

/**
 * CDI event: lines of the change log have been written, in the transaction of the change.
 *
 * @param action CREATE, UPDATE or DELETE
 * @param changes field by field; of a creation nothing, of a deletion the label as an old value
 * @param snapshot what the thing looks like or looked like, where it is kept; never null
 */
public record Recorded(
        History.Author author,
        String entity,
        long entityId,
        long tierId,
        String action,
        List<Change> changes,
        Map<String, String> snapshot) {

    public Recorded {
        changes = List.copyOf(changes);
        snapshot = Map.copyOf(snapshot);
    }
}
