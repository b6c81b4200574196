package fr.tiers.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import fr.tiers.event.SeriesReader;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.recurrence.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Our rules as iCalendar has them. A rule speaks of the clock on the wall in Paris, so the zone is described with it.
 *
 * <p>A month that is too short has the 31st on its last day here and leaves it out there: {@code BYMONTHDAY=-1} says the 31st, and for the
 * 29th and the 30th the last of the days from the 28th on is taken ({@code BYSETPOS=-1}).
 */
final class CalendarRhythm {

    private static final String PARIS = "Europe/Paris";

    /** Every month has it. */
    private static final int SAFE_DAY = 28;

    private static final int LONGEST = 31;
    private static final int LAST = -1;

    private CalendarRhythm() {}

    /** When the rule has a series, for good unless it ends. */
    static Stream<Instant> times(SeriesReader.Whole series) {
        var first = series.first().atZone(ClockProducer.ZONE);
        var time = first.toLocalTime();
        return series.rule().days(first.toLocalDate()).map(day -> at(day, time));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ClockProducer.ZONE).toInstant();
    }

    /** @param first the time of the first day */
    static Recurrence rule(Rule rule, Instant first, boolean allDay) {
        var start = first.atZone(ClockProducer.ZONE);
        var builder = new Recurrence.Builder(Frequency.valueOf(rule.frequency().name()))
                .interval(rule.interval() == 1 ? null : rule.interval())
                .count(rule.count());
        if (rule.until() != null) {
            builder.until(
                    allDay ? day(rule.until()) : new ICalDate(Date.from(at(rule.until(), start.toLocalTime())), true));
        }
        switch (rule.frequency()) {
            case DAILY -> {}
            case WEEKLY -> builder.byDay(rule.weekdays().stream()
                            .map(CalendarRhythm::weekday)
                            .toList())
                    .workweekStarts(DayOfWeek.MONDAY);
            case MONTHLY -> {
                if (rule.nth() != null) {
                    builder.byDay(rule.nth(), weekday(rule.weekdays().iterator().next()));
                } else {
                    dayOfMonth(builder, rule.dayOfMonth(), SAFE_DAY, LONGEST);
                }
            }
            case YEARLY -> {
                builder.byMonth(rule.month());
                var month = Month.of(rule.month());
                dayOfMonth(builder, rule.dayOfMonth(), month.minLength(), month.maxLength());
            }
        }
        return builder.build();
    }

    private static void dayOfMonth(Recurrence.Builder builder, int day, int shortest, int longest) {
        if (day <= shortest) {
            builder.byMonthDay(day);
        } else if (day >= longest) {
            builder.byMonthDay(LAST);
        } else {
            builder.byMonthDay(IntStream.rangeClosed(SAFE_DAY, day).boxed().toList())
                    .bySetPos(LAST);
        }
    }

    private static DayOfWeek weekday(java.time.DayOfWeek day) {
        return DayOfWeek.valueOf(day.name());
    }

    static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** The zone with its description, which not every calendar has of its own. */
    static TimezoneAssignment paris() {
        var zone = new VTimezone(PARIS);
        var summer = new DaylightSavingsTime();
        observe(summer, new DateTimeComponents(1996, 3, 31, 2, 0, 0, false), 1, 2, Month.MARCH, "CEST");
        zone.addDaylightSavingsTime(summer);
        var winter = new StandardTime();
        observe(winter, new DateTimeComponents(1996, 10, 27, 3, 0, 0, false), 2, 1, Month.OCTOBER, "CET");
        zone.addStandardTime(winter);
        return new TimezoneAssignment(TimeZone.getTimeZone(PARIS), zone);
    }

    private static void observe(
            Observance observance, DateTimeComponents since, int from, int to, Month month, String name) {
        observance.setDateStart(since);
        observance.setTimezoneOffsetFrom(new UtcOffset(true, from, 0));
        observance.setTimezoneOffsetTo(new UtcOffset(true, to, 0));
        observance.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month.getValue())
                .byDay(LAST, DayOfWeek.SUNDAY)
                .build());
        observance.addTimezoneName(name);
    }

    /** Times as days where whole days are meant. */
    static List<ICalDate> dates(List<Instant> times, boolean allDay) {
        return times.stream()
                .map(time -> allDay ? day(EventWords.firstDay(time)) : new ICalDate(Date.from(time), true))
                .toList();
    }
}
