package fr.tiers.agenda.web;

import fr.tiers.agenda.AgendaEntry;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventState;
import fr.tiers.shell.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TimeGridTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<LocalDate> WEEK = AgendaScope.WEEK.days(MONDAY);
    private static final LocalDate WINTER_BEGINS = LocalDate.of(2026, 10, 25);
    private static final LocalDate SUMMER_BEGINS = LocalDate.of(2026, 3, 29);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Formats.ZONE).toInstant();
    }

    private static AgendaEntry entry(String start, String end) {
        return entry(at(start), end == null ? null : at(end), false, "sales");
    }

    private static AgendaEntry entry(Instant start, Instant end, boolean allDay, String... users) {
        return new AgendaEntry(
                1L,
                0L,
                List.of(users),
                false,
                true,
                EventKind.MEETING,
                "MEETING",
                "Point",
                start,
                end,
                allDay,
                EventState.PLANNED,
                false,
                null,
                null,
                null);
    }

    private static List<TimeGrid.Block> blocks(LocalDate day, AgendaEntry... entries) {
        return TimeGrid.ofDays(List.of(day), List.of(entries))
                .getColumns()
                .get(0)
                .blocks();
    }

    @Test
    void whatOverlapsStandsSideBySide() {
        assertThat(blocks(
                        MONDAY,
                        entry("2026-11-23T09:00", "2026-11-23T11:00"),
                        entry("2026-11-23T09:30", "2026-11-23T10:00"),
                        entry("2026-11-23T10:00", "2026-11-23T10:30"),
                        entry("2026-11-23T11:00", "2026-11-23T12:00")))
                .extracting(TimeGrid.Block::lane, TimeGrid.Block::lanes)
                .containsExactly(tuple(0, 2), tuple(1, 2), tuple(1, 2), tuple(0, 1));
    }

    @Test
    void whatHasNoLengthCanStillBeGrasped() {
        assertThat(blocks(MONDAY, entry("2026-11-23T09:00", null), entry("2026-11-23T23:50", null)))
                .extracting(TimeGrid.Block::from, TimeGrid.Block::to)
                .containsExactly(tuple(540, 570), tuple(1410, 1440));
    }

    @Test
    void whatLastsOverMidnightHasAPartOnEachDay() {
        var grid = TimeGrid.ofDays(WEEK, List.of(entry("2026-11-23T22:00", "2026-11-24T02:30")));

        assertThat(grid.getColumns().get(0).blocks())
                .extracting(TimeGrid.Block::from, TimeGrid.Block::to, TimeGrid.Block::begins, TimeGrid.Block::ends)
                .containsExactly(tuple(1320, 1440, true, false));
        assertThat(grid.getColumns().get(1).blocks())
                .extracting(TimeGrid.Block::from, TimeGrid.Block::to, TimeGrid.Block::begins, TimeGrid.Block::ends)
                .containsExactly(tuple(0, 150, false, true));
        assertThat(blocks(MONDAY.plusDays(1), entry("2026-11-23T22:00", "2026-11-24T00:00")))
                .isEmpty();
    }

    @Test
    void whatLastsDaysStandsAboveTheHours() {
        var grid = TimeGrid.ofDays(
                WEEK,
                List.of(
                        entry(at("2026-11-21T00:00"), at("2026-11-25T00:00"), true, "sales"),
                        entry("2026-11-24T14:00", "2026-11-26T10:00"),
                        entry(at("2026-11-26T09:00"), null, true, "sales"),
                        entry(at("2026-11-27T00:00"), at("2026-12-05T00:00"), true, "sales"),
                        entry(at("2026-11-30T00:00"), null, true, "sales")));

        assertThat(grid.getBars())
                .extracting(
                        TimeGrid.Bar::column,
                        TimeGrid.Bar::span,
                        TimeGrid.Bar::row,
                        TimeGrid.Bar::begins,
                        TimeGrid.Bar::ends)
                .containsExactly(
                        tuple(0, 2, 0, false, true),
                        tuple(1, 3, 1, true, true),
                        tuple(3, 1, 0, true, true),
                        tuple(4, 3, 0, true, false));
        assertThat(grid.getColumns())
                .allSatisfy(column -> assertThat(column.blocks()).isEmpty());
        assertThat(grid.getBarRows()).isEqualTo(2);
    }

    @Test
    void ofSeveralPeopleEachHasAColumn() {
        var grid = TimeGrid.ofPeople(
                MONDAY,
                List.of("sales", "manager"),
                List.of(
                        entry(at("2026-11-23T09:00"), at("2026-11-23T10:00"), false, "manager", "sales"),
                        entry(at("2026-11-23T09:30"), at("2026-11-23T10:00"), false, "manager"),
                        entry(at("2026-11-22T00:00"), at("2026-11-25T00:00"), true, "manager")));

        assertThat(grid.getColumns())
                .extracting(TimeGrid.Column::login, column -> column.blocks().size())
                .containsExactly(tuple("sales", 1), tuple("manager", 2));
        assertThat(grid.getBars())
                .extracting(TimeGrid.Bar::column, TimeGrid.Bar::begins, TimeGrid.Bar::ends)
                .containsExactly(tuple(1, false, false));
    }

    @Test
    void theDayWinterBeginsHasTwentyFiveHours() {
        var summer = ZonedDateTime.ofLocal(WINTER_BEGINS.atTime(2, 30), Formats.ZONE, null);
        var winter = summer.plusHours(1);
        var axis = TimeAxis.of(List.of(WINTER_BEGINS));

        assertThat(axis.length()).isEqualTo(25 * 60);
        assertThat(axis.rows())
                .hasSize(25)
                .contains(
                        new TimeAxis.Row(120, 2, false),
                        new TimeAxis.Row(180, 2, true),
                        new TimeAxis.Row(240, 3, false));
        assertThat(axis.minute(summer)).isEqualTo(150);
        assertThat(axis.minute(winter)).isEqualTo(210);
        assertThat(axis.time(WINTER_BEGINS, 210)).isEqualTo(winter);
        assertThat(blocks(WINTER_BEGINS, entry(summer.toInstant(), winter.toInstant(), false, "sales")))
                .extracting(TimeGrid.Block::from, TimeGrid.Block::to)
                .containsExactly(tuple(150, 210));
        // the other days of that week do not have the hour twice, and stand at the same height
        var week = TimeAxis.of(AgendaScope.WEEK.days(WINTER_BEGINS));
        assertThat(week.minute(WINTER_BEGINS.minusDays(1).atTime(9, 0).atZone(Formats.ZONE)))
                .isEqualTo(week.minute(WINTER_BEGINS.atTime(9, 0).atZone(Formats.ZONE)));
        assertThat(week.missing(WINTER_BEGINS.minusDays(1))).isEqualTo(180);
        assertThat(week.missing(WINTER_BEGINS)).isNegative();
    }

    @Test
    void theDaySummerBeginsLacksAnHour() {
        var axis = TimeAxis.of(AgendaScope.WEEK.days(SUMMER_BEGINS));

        assertThat(axis.length()).isEqualTo(24 * 60);
        assertThat(axis.missing(SUMMER_BEGINS)).isEqualTo(120);
        assertThat(axis.missing(SUMMER_BEGINS.minusDays(1))).isNegative();
        assertThat(axis.time(SUMMER_BEGINS, 130).getHour()).isEqualTo(3);
        var night = entry("2026-03-29T01:00", "2026-03-29T04:00");
        assertThat(Duration.between(night.start(), night.end())).isEqualTo(Duration.ofHours(2));
        assertThat(blocks(SUMMER_BEGINS, night))
                .extracting(TimeGrid.Block::from, TimeGrid.Block::to)
                .containsExactly(tuple(60, 240));
    }

    @Test
    void whereATimeStandsIsThatTimeOnEveryDay() {
        for (var day : List.of(WINTER_BEGINS, SUMMER_BEGINS, MONDAY, WINTER_BEGINS.minusDays(2))) {
            var axis = TimeAxis.of(AgendaScope.WEEK.days(day));
            var end = day.plusDays(1).atStartOfDay(Formats.ZONE);
            for (var time = day.atStartOfDay(Formats.ZONE); time.isBefore(end); time = time.plusMinutes(15)) {
                assertThat(axis.time(day, axis.minute(time))).isEqualTo(time);
            }
            assertThat(axis.time(day, axis.length())).isEqualTo(end);
        }
    }

    /** The seed is in the name of what fails. */
    @Test
    void twoInOneLaneNeverOverlap() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var reaches = new ArrayList<Lanes.Reach>();
            for (int i = random.nextInt(25); i > 0; i--) {
                int from = random.nextInt(90);
                reaches.add(new Lanes.Reach(from, from + 1 + random.nextInt(20)));
            }
            var places = Lanes.of(reaches);
            for (int i = 0; i < reaches.size(); i++) {
                assertThat(places.get(i).lane())
                        .as("seed " + seed)
                        .isLessThan(places.get(i).lanes());
                for (int j = 0; j < i; j++) {
                    var one = reaches.get(i);
                    var other = reaches.get(j);
                    if (one.from() < other.to() && other.from() < one.to()) {
                        assertThat(places.get(i).lane())
                                .as("seed " + seed)
                                .isNotEqualTo(places.get(j).lane());
                        assertThat(places.get(i).lanes())
                                .as("seed " + seed)
                                .isEqualTo(places.get(j).lanes());
                    }
                }
            }
        }
    }

    @Test
    void aMonthIsShownInWholeWeeks() {
        var days = AgendaScope.MONTH.days(LocalDate.of(2026, 11, 15));

        assertThat(days).hasSize(42).startsWith(LocalDate.of(2026, 10, 26)).endsWith(LocalDate.of(2026, 12, 6));
        assertThat(AgendaScope.MONTH.step(LocalDate.of(2026, 1, 31), 1)).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(AgendaScope.WORKWEEK.days(LocalDate.of(2026, 11, 29)))
                .hasSize(5)
                .startsWith(MONDAY);
    }
}
