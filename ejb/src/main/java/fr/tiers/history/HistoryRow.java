package fr.tiers.history;

import java.time.Instant;

/**
 * One line of the change log.
 *
 * @param entity which kind of thing changed: {@code tier}, {@code contact} …
 * @param action CREATE, UPDATE or DELETE
 * @param field null for the creation or deletion itself
 * @param source UI, API, REGISTRY, JOB, IMPORT …
 */
public record HistoryRow(
        long id,
        String entity,
        long entityId,
        String action,
        String field,
        String oldValue,
        String newValue,
        String author,
        String source,
        Instant at) {}
