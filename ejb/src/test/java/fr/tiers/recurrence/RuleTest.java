package fr.tiers.recurrence;

import fr.tiers.kernel.Checks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {

    private static final LocalDate TUESDAY_24 = LocalDate.of(2026, 11, 24);

    private static Rule monthly(Integer nth, Set<DayOfWeek> weekdays, Integer day) {
        return new Rule(Frequency.MONTHLY, 1, weekdays, nth, day, null, null, null);
    }

    private static List<String> days(Rule rule, LocalDate start, int number) {
        return rule.days(start).limit(number).map(LocalDate::toString).toList();
    }

    @Test
    void everySecondWeekCountsInWholeWeeksFromMonday() {
        assertThat(days(Rule.weekly(2, MONDAY, THURSDAY), TUESDAY_24, 4))
                .containsExactly("2026-11-26", "2026-12-07", "2026-12-10", "2026-12-21");
    }

    @Test
    void theThirtyFirstIsTheLastDayOfAShortMonthAndComesBack() {
        assertThat(days(monthly(null, null, null), LocalDate.of(2027, 1, 31), 4))
                .containsExactly("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
    }

    @Test
    void theTwentyNinthOfFebruaryIsTheTwentyEighthInOrdinaryYears() {
        var yearly = new Rule(Frequency.YEARLY, 1, null, null, null, null, null, null);
        assertThat(days(yearly, LocalDate.of(2028, 2, 29), 5))
                .containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    void theNthWeekdayOfTheMonth() {
        assertThat(days(monthly(2, Set.of(TUESDAY), null), TUESDAY_24, 2)).containsExactly("2026-12-08", "2027-01-12");
        assertThat(days(monthly(Rule.LAST, Set.of(SUNDAY), null), TUESDAY_24, 2))
                .containsExactly("2026-11-29", "2026-12-27");
        assertThat(Rule.nthOf(LocalDate.of(2026, 11, 29))).isEqualTo(Rule.LAST);
        assertThat(Rule.nthOf(TUESDAY_24)).isEqualTo(4);
    }

    @Test
    void theLastDayIsWithinAndTheNumberExact() {
        assertThat(Rule.daily(3).endingOn(LocalDate.of(2026, 11, 30)).days(TUESDAY_24))
                .hasSize(3)
                .endsWith(LocalDate.of(2026, 11, 30));
        assertThat(Rule.daily(3).times(5).days(TUESDAY_24)).hasSize(5);
    }

    @Test
    void everythingWrongStandsAtItsField() {
        assertThat(wrong(new Rule(Frequency.WEEKLY, 0, null, null, null, null, TUESDAY_24.minusDays(1), 0)))
                .containsExactlyInAnyOrder(
                        "interval not-positive",
                        "weekdays no-weekday",
                        "count not-positive",
                        "count until-or-count",
                        "until before-start");
        assertThat(wrong(new Rule(null, -3, null, null, null, null, null, null)))
                .containsExactlyInAnyOrder("frequency required", "interval not-positive");
        assertThat(wrong(monthly(5, Set.of(), 32)))
                .containsExactlyInAnyOrder(
                        "nth out-of-range",
                        "weekdays one-weekday",
                        "dayOfMonth not-of-frequency",
                        "dayOfMonth out-of-range");
        assertThat(wrong(new Rule(Frequency.DAILY, 1000, Set.of(MONDAY), null, 3, 13, null, 10_000)))
                .containsExactlyInAnyOrder(
                        "interval out-of-range",
                        "weekdays not-of-frequency",
                        "dayOfMonth not-of-frequency",
                        "month not-of-frequency",
                        "month out-of-range",
                        "count out-of-range");
        assertThat(wrong(Rule.weekly(1, MONDAY).endingOn(TUESDAY_24))).isEmpty();
    }

    private static List<String> wrong(Rule rule) {
        var checks = new Checks();
        rule.check(TUESDAY_24, checks);
        return checks.violations().stream()
                .map(violation -> violation.field() + ' ' + violation.code())
                .toList();
    }

    @Test
    void movedByADayItNamesOtherDays() {
        assertThat(Rule.weekly(1, MONDAY, SUNDAY)
                        .shifted(TUESDAY_24, TUESDAY_24.plusDays(1))
                        .weekdays())
                .containsExactly(MONDAY, TUESDAY);
        assertThat(monthly(null, null, 31)
                        .shifted(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 2, 27))
                        .dayOfMonth())
                .isEqualTo(27);
        assertThat(monthly(4, Set.of(TUESDAY), null)
                        .shifted(TUESDAY_24, TUESDAY_24.minusDays(6))
                        .nth())
                .isEqualTo(3);
        assertThat(Rule.daily(2).shifted(TUESDAY_24, TUESDAY_24.plusDays(1))).isEqualTo(Rule.daily(2));
    }
}
