package fr.tiers.agenda;

import fr.tiers.kernel.ClockProducer;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days that an entry touches, as the people here count them. What ends at midnight does not touch the day that begins then.
 *
 * @param last the same as the first for what has no length
 */
public record AgendaDays(LocalDate first, LocalDate last) {

    public static AgendaDays of(AgendaEntry entry) {
        return of(entry.start(), entry.end());
    }

    /** @param end null for what has no length */
    public static AgendaDays of(Instant start, Instant end) {
        var first = day(start);
        return new AgendaDays(first, end == null || !end.isAfter(start) ? first : day(end.minusNanos(1)));
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ClockProducer.ZONE).toLocalDate();
    }

    /** The whole of these days. */
    public Span span() {
        return new Span(
                first.atStartOfDay(ClockProducer.ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant());
    }
}
