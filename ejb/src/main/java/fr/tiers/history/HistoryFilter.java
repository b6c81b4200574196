package fr.tiers.history;

import java.time.Instant;

/**
 * Which lines of the change log; null stands for all.
 *
 * @param field as in the log, like {@code phone}
 * @param entity kind of thing: {@code tier}, {@code contact} …
 * @param entityId one thing of that kind
 * @param author login
 * @param source UI, API, JOB …
 * @param from the first moment
 * @param until the first moment no longer wanted
 */
public record HistoryFilter(
        String field, String entity, Long entityId, String author, String source, Instant from, Instant until) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null, null, null, null, null, null);

    public boolean isEmpty() {
        return equals(ALL);
    }
}
