package fr.tiers.merge;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A merge as the ledger keeps it.
 *
 * @param kind TIER or CONTACT
 * @param reason why a refusal was overruled; null when there was none
 * @param undoableUntil null when it is undone or too old
 */
public record MergeRun(
        long id,
        String kind,
        long survivorId,
        String survivor,
        List<Source> sources,
        String author,
        Instant at,
        String reason,
        Map<String, Long> moved,
        Map<String, Long> deduplicated,
        Instant undoneAt,
        String undoneBy,
        Instant undoableUntil)
        implements Serializable {

    /** All of them in one line. */
    public String sourceNames() {
        return sources.stream().map(Source::label).collect(Collectors.joining(", "));
    }

    /** What became a part of the survivor, as it was called. */
    public record Source(long id, String label) implements Serializable {}
}
