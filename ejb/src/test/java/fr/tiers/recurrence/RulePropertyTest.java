package fr.tiers.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of any rule, against what another library makes of the same rule in the words of RFC 5545. */
class RulePropertyTest {

    private static final int DAYS = 20;

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.integers().between(0, 3_000).map(day -> LocalDate.of(2024, 1, 1)
                .plusDays(day));
    }

    @Provide
    Arbitrary<Rule> rules() {
        var intervals = Arbitraries.integers().between(1, 7);
        var weekdays = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7);
        return Arbitraries.oneOf(
                intervals.map(Rule::daily),
                Combinators.combine(intervals, weekdays)
                        .as((n, days) -> new Rule(Frequency.WEEKLY, n, days, null, null, null, null, null)),
                Combinators.combine(intervals, Arbitraries.integers().between(1, 31))
                        .as((n, day) -> new Rule(Frequency.MONTHLY, n, null, null, day, null, null, null)),
                Combinators.combine(intervals, Arbitraries.of(1, 2, 3, 4, -1), Arbitraries.of(DayOfWeek.class))
                        .as((n, nth, day) -> new Rule(Frequency.MONTHLY, n, Set.of(day), nth, null, null, null, null)),
                Combinators.combine(
                                intervals,
                                Arbitraries.integers().between(1, 31),
                                Arbitraries.integers().between(1, 12))
                        .as((n, day, month) -> new Rule(Frequency.YEARLY, n, null, null, day, month, null, null)));
    }

    @Property(tries = 2_000)
    void namesTheDaysThatTheOtherLibraryNames(@ForAll("rules") Rule rule, @ForAll("starts") LocalDate start)
            throws InvalidRecurrenceRuleException {
        assertThat(rule.days(start).limit(DAYS).toList())
                .as("%s = %s", rule, text(rule, start))
                .isEqualTo(others(text(rule, start), start, DAYS));
    }

    @Property(tries = 500)
    void comesLaterEachTimeNeverBeforeTheStartAndExactlySoOften(
            @ForAll("rules") Rule rule, @ForAll("starts") LocalDate start) {
        var days = rule.times(DAYS).days(start).toList();

        assertThat(days).hasSize(DAYS).isSorted().doesNotHaveDuplicates();
        assertThat(days.get(0)).isAfterOrEqualTo(start);
        var last = days.get(DAYS / 2);
        assertThat(rule.endingOn(last).days(start).toList())
                .isEqualTo(days.subList(0, DAYS / 2 + 1))
                .isEqualTo(rule.days(start).takeWhile(day -> !day.isAfter(last)).toList());
    }

    @Property(tries = 500)
    void beginsAnewOnAnyOfItsDaysWithTheSameDaysToCome(@ForAll("rules") Rule rule, @ForAll("starts") LocalDate start) {
        var anchored = rule.anchored(start);
        var days = anchored.days(start).limit(DAYS).toList();

        assertThat(anchored.days(days.get(7)).limit(DAYS - 7L).toList()).isEqualTo(days.subList(7, DAYS));
    }

    /** As RFC 5545 says it; a day that a month does not have is the last of those it has up to it. */
    private static String text(Rule rule, LocalDate start) {
        var text = "FREQ=" + rule.frequency() + ";INTERVAL=" + rule.interval() + ";WKST=MO";
        var weekdays = rule.weekdays().stream()
                .map(day -> (rule.nth() == null ? "" : rule.nth().toString())
                        + day.name().substring(0, 2))
                .collect(Collectors.joining(","));
        if (!weekdays.isEmpty()) {
            text += ";BYDAY=" + weekdays;
        }
        if (rule.month() != null) {
            text += ";BYMONTH=" + rule.month();
        }
        if (rule.dayOfMonth() != null) {
            int day = rule.dayOfMonth();
            text += ";BYMONTHDAY="
                    + IntStream.rangeClosed(Math.min(28, day), day)
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(","))
                    + ";BYSETPOS=-1";
        }
        return text;
    }

    /**
     * The other library counts its weeks, months and years from the one that the start is in, as we do; it is asked from the first of that
     * month or year, as it takes the start itself for an occurrence.
     */
    private static List<LocalDate> others(String text, LocalDate start, int number)
            throws InvalidRecurrenceRuleException {
        var from = text.startsWith("FREQ=MONTHLY")
                ? YearMonth.from(start).atDay(1)
                : text.startsWith("FREQ=YEARLY")
                        ? start.withDayOfYear(1)
                        : text.startsWith("FREQ=WEEKLY") ? start.with(DayOfWeek.MONDAY) : start;
        var iterator = new RecurrenceRule(text)
                .iterator(new DateTime(
                        TimeZone.getTimeZone("Europe/Paris"),
                        from.getYear(),
                        from.getMonthValue() - 1,
                        from.getDayOfMonth(),
                        9,
                        0,
                        0));
        var days = new ArrayList<LocalDate>();
        while (days.size() < number) {
            var next = iterator.nextDateTime();
            var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (!day.isBefore(start)) {
                days.add(day);
            }
        }
        return days;
    }
}
