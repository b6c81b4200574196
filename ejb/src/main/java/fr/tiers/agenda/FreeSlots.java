package fr.tiers.agenda;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The time between what is taken, within working hours. */
final class FreeSlots {

    private final SlotWish wish;
    private final ZoneId zone;
    private final Predicate<LocalDate> holiday;

    /** @param holiday days on which nobody works, beside the weekend */
    FreeSlots(SlotWish wish, ZoneId zone, Predicate<LocalDate> holiday) {
        this.wish = wish;
        this.zone = zone;
        this.holiday = holiday;
    }

    /**
     * @param taken in any order, overlapping or not
     * @param earliest nothing begins before
     * @return each as long as it can be, in order
     */
    List<Span> between(List<Span> taken, Instant earliest) {
        var ordered = taken.stream().sorted(Comparator.comparing(Span::start)).toList();
        var free = new ArrayList<Span>();
        wish.from().datesUntil(wish.to().plusDays(1)).filter(this::isWorked).forEach(day -> {
            var opens = later(at(day, wish.opens()), earliest);
            var closes = at(day, wish.closes());
            var cursor = opens;
            for (var span : ordered) {
                if (span.end().isAfter(cursor) && span.start().isBefore(closes)) {
                    add(free, cursor, span.start());
                    cursor = span.end();
                }
            }
            add(free, cursor, closes);
        });
        return free;
    }

    private void add(List<Span> free, Instant start, Instant end) {
        if (!end.isBefore(start.plus(Duration.ofMinutes(wish.minutes())))) {
            free.add(new Span(start, end));
        }
    }

    private boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
