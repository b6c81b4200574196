package fr.tiers.history;

import java.util.Map;

/**
 * Offered by a feature, as a CDI bean, whose things hang on a tier and are to be seen as they stood on a past day. It says what they
 * look like now, in exactly the names and texts that the feature hands to {@link History#updated}; the past is found by playing the log
 * backwards from there ({@link Replay}).
 */
public interface PastRows {

    /** As in the change log: {@code contact}, {@code address} … */
    String entity();

    /**
     * @param id only this one; null for all
     * @return of the tier: id of the thing, then field to text; fields that are empty may be left out
     */
    Map<Long, Map<String, String>> rows(long tierId, Long id);
}
