package fr.tiers.recurrence;

import fr.tiers.kernel.Checks;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * On which days something comes again: every n days, weeks, months or years, until a day or so many times, or for good. It speaks of days;
 * the time of the day is that of the wall clock, so that nine o'clock stays nine o'clock when the clocks change.
 *
 * <p>A month that is too short for the day has it on its last day (the 31st, the 29th of February): nothing that is due every month may be
 * missing in one. The first day is the first one that the rule names, not before the day the series starts on.
 *
 * @param interval every so many; 1 when absent
 * @param weekdays of a weekly rule; the one weekday of a monthly rule with {@code nth}
 * @param nth monthly: the first to fourth of that weekday in the month, or -1 for the last; null for a day of the month
 * @param dayOfMonth monthly and yearly; that of the first day when absent
 * @param month yearly; that of the first day when absent
 * @param until the last day on which it may come; null for no such day
 * @param count how often it comes; null for no such number
 */
public record Rule(
        Frequency frequency,
        Integer interval,
        Set<DayOfWeek> weekdays,
        Integer nth,
        Integer dayOfMonth,
        Integer month,
        LocalDate until,
        Integer count)
        implements Serializable {

    public static final int LAST = -1;
    private static final int MAX_INTERVAL = 999;
    private static final int MAX_COUNT = 9_999;
    private static final int MAX_NTH = 4;
    private static final int LAST_YEAR = 2199;

    public Rule {
        interval = interval == null ? 1 : interval;
        // sorted, so that a week is told from Monday to Sunday; an absent day is named by the check
        weekdays = weekdays == null || weekdays.isEmpty() || weekdays.stream().anyMatch(Objects::isNull)
                ? Set.of()
                : Collections.unmodifiableSet(new TreeSet<>(weekdays));
    }

    /** Every n days. */
    public static Rule daily(int interval) {
        return new Rule(Frequency.DAILY, interval, null, null, null, null, null, null);
    }

    /** Every n weeks on these days. */
    public static Rule weekly(int interval, DayOfWeek... days) {
        return new Rule(Frequency.WEEKLY, interval, Set.of(days), null, null, null, null, null);
    }

    /** The same, as often as this. */
    public Rule times(int wished) {
        return new Rule(frequency, interval, weekdays, nth, dayOfMonth, month, null, wished);
    }

    /** The same, up to and including a day. */
    public Rule endingOn(LocalDate day) {
        return new Rule(frequency, interval, weekdays, nth, dayOfMonth, month, day, null);
    }

    /**
     * @param start from which day on; null when that is not known, and somebody else complains of it
     * @param checks collects what is wrong, each at its field
     */
    public void check(LocalDate start, Checks checks) {
        checks.required("frequency", frequency)
                .holds(interval > 0, "interval", "not-positive")
                .holds(interval <= MAX_INTERVAL, "interval", "out-of-range", 1, MAX_INTERVAL)
                .holds(frequency != Frequency.WEEKLY || !weekdays.isEmpty(), "weekdays", "no-weekday")
                .holds(count == null || count > 0, "count", "not-positive")
                .holds(count == null || count <= MAX_COUNT, "count", "out-of-range", 1, MAX_COUNT)
                .holds(count == null || until == null, "count", "until-or-count")
                .day("until", until)
                .holds(until == null || start == null || !until.isBefore(start), "until", "before-start");
        checkMonth(checks);
    }

    private void checkMonth(Checks checks) {
        boolean byWeekday = nth != null;
        checks.holds(!byWeekday || frequency == Frequency.MONTHLY, "nth", "not-of-frequency")
                .holds(!byWeekday || nth == LAST || nth >= 1 && nth <= MAX_NTH, "nth", "out-of-range", 1, MAX_NTH)
                .holds(!byWeekday || weekdays.size() == 1, "weekdays", "one-weekday")
                .holds(byWeekday || frequency == Frequency.WEEKLY || weekdays.isEmpty(), "weekdays", "not-of-frequency")
                .holds(dayOfMonth == null || !byWeekday && isOfMonthOrYear(), "dayOfMonth", "not-of-frequency")
                .holds(dayOfMonth == null || dayOfMonth >= 1 && dayOfMonth <= 31, "dayOfMonth", "out-of-range", 1, 31)
                .holds(month == null || frequency == Frequency.YEARLY, "month", "not-of-frequency")
                .holds(month == null || month >= 1 && month <= 12, "month", "out-of-range", 1, 12);
    }

    private boolean isOfMonthOrYear() {
        return frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
    }

    /** With the day of the month and the month that the first day stands for, so that they outlive a short month. */
    public Rule anchored(LocalDate start) {
        boolean byDay = isOfMonthOrYear() && nth == null;
        return new Rule(
                frequency,
                interval,
                weekdays,
                nth,
                byDay && dayOfMonth == null ? Integer.valueOf(start.getDayOfMonth()) : dayOfMonth,
                frequency == Frequency.YEARLY && month == null ? Integer.valueOf(start.getMonthValue()) : month,
                until,
                count);
    }

    /** What becomes of the rule when everything moves by some days: Monday becomes Tuesday, the 4th the 5th. */
    public Rule shifted(LocalDate before, LocalDate after) {
        if (before.equals(after) || frequency == Frequency.DAILY) {
            return this;
        }
        int days = Math.floorMod(ChronoUnit.DAYS.between(before, after), 7);
        var moved = weekdays.stream().map(day -> day.plus(days)).toList();
        boolean sameDay = before.getDayOfMonth() == after.getDayOfMonth();
        return new Rule(
                frequency,
                interval,
                moved.isEmpty() ? Set.of() : EnumSet.copyOf(moved),
                nth == null ? null : Integer.valueOf(nthOf(after)),
                nth != null || frequency == Frequency.WEEKLY || sameDay && dayOfMonth != null
                        ? dayOfMonth
                        : Integer.valueOf(after.getDayOfMonth()),
                frequency == Frequency.YEARLY ? Integer.valueOf(after.getMonthValue()) : month,
                until,
                count);
    }

    /** Which one of its weekday a day is in its month; the fifth counts as the last. */
    public static int nthOf(LocalDate day) {
        int number = (day.getDayOfMonth() - 1) / 7 + 1;
        return number > MAX_NTH ? LAST : number;
    }

    /**
     * @param start the series starts on this day or after it
     * @return the days, each later than the one before; without an end unless the rule has one
     */
    public Stream<LocalDate> days(LocalDate start) {
        var rule = anchored(start);
        var days = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> rule.period(start, (long) i * interval))
                .takeWhile(period -> period.get(0).getYear() <= LAST_YEAR)
                .flatMap(List::stream)
                .filter(day -> !day.isBefore(start))
                .takeWhile(day -> until == null || !day.isAfter(until));
        return count == null ? days : days.limit(count);
    }

    /** The days of one period, so many units after the first. */
    private List<LocalDate> period(LocalDate start, long units) {
        return switch (frequency) {
            case DAILY -> List.of(start.plusDays(units));
            case WEEKLY -> {
                var monday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(units);
                yield weekdays.stream()
                        .map(day -> monday.plusDays(day.getValue() - 1L))
                        .toList();
            }
            case MONTHLY -> List.of(inMonth(YearMonth.from(start).plusMonths(units)));
            case YEARLY -> List.of(onDay(YearMonth.of(start.getYear(), month).plusYears(units)));
        };
    }

    private LocalDate inMonth(YearMonth wanted) {
        if (nth == null) {
            return onDay(wanted);
        }
        var weekday = weekdays.iterator().next();
        return wanted.atDay(1)
                .with(
                        nth == LAST
                                ? TemporalAdjusters.lastInMonth(weekday)
                                : TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private LocalDate onDay(YearMonth wanted) {
        return wanted.atDay(Math.min(dayOfMonth, wanted.lengthOfMonth()));
    }
}
