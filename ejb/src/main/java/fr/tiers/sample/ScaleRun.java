package fr.tiers.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One order of sample data at scale. Everything of it follows from the day, the index and the ranges of numbers that were taken when it
 * began: the same rows whether it is done at once or goes on after an interruption.
 *
 * @param firstTier index of its first tier; earlier runs have written those before
 * @param tiers how many it writes
 * @param events how many it writes beside the three of each tier
 * @param first by table or numbering rule: the first number of its range
 */
record ScaleRun(long id, LocalDate day, long firstTier, long tiers, long events, Map<String, Long> first) {

    static final int CONTACTS = 4;
    static final int ADDRESSES = 3;
    static final int EVENTS = 3;
    static final int LINES = 1 + CONTACTS + ADDRESSES + EVENTS;

    /** @param index of the tier within the run */
    long number(String name, long index, int perTier, int which) {
        return first.get(name) + index * perTier + which;
    }

    long tierId(long index) {
        return first.get("tier") + index;
    }

    /** @param index among the tiers of all runs */
    static long tierId(List<ScaleRun> runs, long index) {
        for (var run : runs) {
            if (index < run.firstTier + run.tiers) {
                return run.tierId(index - run.firstTier);
            }
        }
        throw new IllegalArgumentException("No tier " + index);
    }

    /** How many numbers of each kind a run may need. */
    static Map<String, Long> needs(long tiers, long events) {
        long allEvents = tiers * EVENTS + events;
        return Map.of(
                "tier",
                tiers,
                "contact",
                tiers * CONTACTS,
                "contact_link",
                tiers * CONTACTS,
                "address",
                tiers * ADDRESSES,
                "tier_collaborator",
                tiers,
                "event",
                allEvents,
                "event_participant",
                allEvents * 2,
                "history_entry",
                tiers * LINES + events);
    }
}
