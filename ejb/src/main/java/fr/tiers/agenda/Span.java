package fr.tiers.agenda;

import java.io.Serializable;
import java.time.Instant;

/** A piece of time; its end is not in it. */
public record Span(Instant start, Instant end) implements Serializable {

    /** Whether both have a moment in common. */
    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
