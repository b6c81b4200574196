package fr.tiers.event;

import fr.tiers.recurrence.Rule;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A series, as far as its events may be seen.
 *
 * @param startsOn the series starts on this day or on the first one after it that the rule has
 * @param startsAt by the clock on the wall in Paris
 * @param nextOn the first day that no event has been made for yet; null when none is to come
 * @param author login of whoever started it
 * @param events in order of time, at most {@value #MAX_EVENTS}
 */
public record SeriesView(
        long id,
        long version,
        Rule rule,
        LocalDate startsOn,
        LocalTime startsAt,
        LocalDate nextOn,
        String author,
        List<Occurrence> events)
        implements Serializable {

    static final int MAX_EVENTS = 200;

    /** Whether a rule, as a form says it, is the one it has. */
    public boolean hasRule(Rule other) {
        return other.anchored(startsOn).equals(rule);
    }

    /**
     * One event of it.
     *
     * @param eventId id of the event
     * @param occurrence when the rule has it; null for what the rule no longer has
     * @param start when it is
     * @param exception changed by itself: what changes the series leaves it alone
     */
    public record Occurrence(
            long eventId, long version, Instant occurrence, Instant start, EventState state, boolean exception)
            implements Serializable {}
}
