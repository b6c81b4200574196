package fr.tiers.event;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.recurrence.Frequency;
import fr.tiers.recurrence.Rule;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class SeriesTest {

    private static final Rule WEEKLY = Rule.weekly(1, DayOfWeek.TUESDAY);

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner(null));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);
    private final Callers callers = TestCallers.of(TestCallers.sales(1L));
    private final Events events = TestEvents.events(database, clock, callers, fields);
    private final Series series = TestEvents.series(database, clock, callers, fields);

    @BeforeEach
    void tiers() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "insert into app_user (id, login, display_name) values (1, 'sales', 'Sales') on conflict do nothing"));
    }

    /** Tuesday the 24th of November 2026, nine o'clock in Paris, for an hour. */
    private static EventCommand meeting(String subject) {
        return new EventCommand(
                "MEETING",
                subject,
                null,
                Instant.parse("2026-11-24T08:00:00Z"),
                Instant.parse("2026-11-24T09:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new EventCommand.Meeting("Nantes", null, List.of(Participant.guest("a@b.example", "A"))),
                null,
                Map.of());
    }

    private static EventCommand task(LocalDate due) {
        return Records.with(
                new EventCommand("TASK", "Relancer", null, null), "task", new EventCommand.Task(due, Priority.HIGH));
    }

    private List<String> times(long id) {
        return series.get(id).events().stream()
                .map(each -> LocalDateTime.ofInstant(each.start(), ClockProducer.ZONE)
                        .toString())
                .toList();
    }

    private EventView event(SeriesView of, int number) {
        return events.get(of.events().get(number).eventId());
    }

    @Test
    void nineOClockStaysNineOClockWhenTheClocksChange() {
        var made = series.create(10L, meeting("Point"), WEEKLY.times(20));

        assertThat(times(made.id()))
                .hasSize(20)
                .startsWith("2026-11-24T09:00")
                .endsWith("2027-04-06T09:00")
                .allMatch(time -> time.endsWith("T09:00"));
        assertThat(event(made, 19).end()).isEqualTo(Instant.parse("2027-04-06T08:00:00Z"));
        assertThat(event(made, 19).meeting().participants()).hasSize(1);
        assertThat(made.nextOn()).isNull();
    }

    @Test
    void aTaskIsDueOnItsOwnDayAndCheckedOffAlone() {
        var made = series.create(10L, task(LocalDate.of(2027, 1, 31)), monthly().times(3));

        assertThat(Stream.of(0, 1, 2).map(i -> event(made, i).task().dueOn()))
                .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
        var first = event(made, 0);
        events.changeState(first.id(), first.version(), EventState.DONE);
        assertThat(series.get(made.id()).events())
                .extracting(SeriesView.Occurrence::state)
                .containsExactly(EventState.DONE, EventState.PLANNED, EventState.PLANNED);
        assertThat(series.get(made.id()).events()).noneMatch(SeriesView.Occurrence::exception);
    }

    private static Rule monthly() {
        return new Rule(Frequency.MONTHLY, 1, null, null, null, null, null, null);
    }

    @Test
    void aRuleThatIsWrongMakesNothing() {
        assertThatThrownBy(() ->
                        series.create(10L, meeting("Point"), Rule.weekly(0).times(-1)))
                .asInstanceOf(type(BusinessException.class))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(violation -> violation.field() + ' ' + violation.code())
                        .containsExactlyInAnyOrder(
                                "interval not-positive", "weekdays no-weekday", "count not-positive"));
        assertThatThrownBy(() -> series.create(
                        10L, meeting("Point"), Rule.weekly(1, DayOfWeek.MONDAY).endingOn(LocalDate.of(2026, 11, 25))))
                .hasMessageContaining("no-occurrence");
        assertThatThrownBy(() -> series.create(10L, meeting("Point"), null)).hasMessageContaining("required");
        assertThat(events.ofTier(10)).isEmpty();
    }

    @Test
    void oneIsChangedAndTheOthersAreNot() {
        var made = series.create(10L, meeting("Point"), WEEKLY.times(3));
        var second = event(made, 1);

        series.update(
                second.id(), second.version(), Records.with(second.command(), "subject", "Bilan"), SeriesScope.THIS);

        assertThat(events.ofTier(10)).extracting(EventView::subject).containsExactly("Point", "Bilan", "Point");
        assertThat(series.get(made.id()).events())
                .extracting(SeriesView.Occurrence::exception)
                .containsExactly(false, true, false);
    }

    @Test
    void thisAndTheFollowingBecomeASeriesOfTheirOwn() {
        var made = series.create(10L, meeting("Point"), WEEKLY.times(5));
        var third = event(made, 2);
        var later = Records.with(
                Records.with(third.command(), "start", third.start().plusSeconds(90_000)),
                "end",
                third.end().plusSeconds(90_000));

        var changed = series.update(third.id(), third.version(), later, SeriesScope.FOLLOWING);

        assertThat(times(made.id())).containsExactly("2026-11-24T09:00", "2026-12-01T09:00");
        var next = series.of(changed.id()).orElseThrow();
        assertThat(times(next.id())).containsExactly("2026-12-09T10:00", "2026-12-16T10:00", "2026-12-23T10:00");
        assertThat(next.rule()).isEqualTo(Rule.weekly(1, DayOfWeek.WEDNESDAY).times(3));
        assertThat(series.get(made.id()).nextOn()).isNull();
    }

    @Test
    void allAreChangedButExceptionsWhatIsDoneAndTheTimeOfWhatHasBeen() {
        var begun = Records.with(
                Records.with(meeting("Point"), "start", Instant.parse("2026-11-10T08:00:00Z")),
                "end",
                Instant.parse("2026-11-10T09:00:00Z"));
        var made = series.create(10L, Records.with(begun, "state", EventState.PLANNED), WEEKLY.times(6));
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update event set state = 'PLANNED' where starts_at = '2026-11-17T08:00:00Z'"));
        var exception = event(made, 3);
        events.update(exception.id(), exception.version(), Records.with(exception.command(), "subject", "Bilan"));
        var done = event(made, 4);
        events.changeState(done.id(), done.version(), EventState.DONE);
        var edited = event(made, 2);
        var command = Records.with(
                Records.with(
                        Records.with(edited.command(), "subject", "Revue"),
                        "start",
                        edited.start().plusSeconds(1_800)),
                "end",
                edited.end().plusSeconds(1_800));

        series.update(edited.id(), edited.version(), command, SeriesScope.ALL);

        assertThat(times(made.id()))
                .containsExactly(
                        "2026-11-10T09:00",
                        "2026-11-17T09:00",
                        "2026-11-24T09:30",
                        "2026-12-01T09:00",
                        "2026-12-08T09:00",
                        "2026-12-15T09:30");
        assertThat(Stream.of(1, 2, 3, 4, 5).map(i -> event(made, i).subject()))
                .containsExactly("Revue", "Revue", "Bilan", "Point", "Revue");
        assertThat(series.get(made.id()).startsAt()).hasToString("09:30");
    }

    @Test
    void anotherRuleHoldsFromTheEventOn() {
        var made = series.create(10L, meeting("Point"), WEEKLY.times(4));
        var second = event(made, 1);

        var after = series.updateRule(
                second.id(),
                second.version(),
                Rule.weekly(1, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY).times(3));

        assertThat(times(made.id())).containsExactly("2026-11-24T09:00");
        assertThat(times(after.id())).containsExactly("2026-12-01T09:00", "2026-12-04T09:00", "2026-12-08T09:00");
        assertThat(after.events().get(0).eventId()).isEqualTo(second.id());
        assertThat(events.ofTier(10)).hasSize(4);
    }

    @Test
    void whatIsDeletedDoesNotComeBack() {
        var made = series.create(10L, meeting("Point"), WEEKLY);
        var second = event(made, 1);
        series.delete(second.id(), second.version(), SeriesScope.THIS);
        later(40).prolong(made.id());

        assertThat(times(made.id())).doesNotContain("2026-12-01T09:00").contains("2026-12-08T09:00");
        var third = event(series.get(made.id()), 1);
        series.delete(third.id(), third.version(), SeriesScope.FOLLOWING);
        later(80).prolong(made.id());
        assertThat(times(made.id())).containsExactly("2026-11-24T09:00");
        var first = event(series.get(made.id()), 0);
        series.delete(first.id(), first.version(), SeriesScope.ALL);
        assertThatThrownBy(() -> series.get(made.id())).isInstanceOf(BusinessException.class);
        assertThat(count("select count(*) from event_series")).isZero();
    }

    @Test
    void whatIsCalledOffStaysAndNothingIsMadeAnyMore() {
        var made = series.create(10L, meeting("Point"), WEEKLY);
        var third = event(made, 2);
        series.cancel(third.id(), third.version(), SeriesScope.FOLLOWING);
        later(80).prolong(made.id());

        assertThat(series.get(made.id()).events().stream()
                        .map(SeriesView.Occurrence::state)
                        .toList())
                .hasSize(made.events().size())
                .startsWith(EventState.PLANNED, EventState.PLANNED, EventState.CANCELLED)
                .endsWith(EventState.CANCELLED);
        var first = event(made, 0);
        series.cancel(first.id(), first.version(), SeriesScope.THIS);
        assertThat(series.get(made.id()).events().get(1).state()).isEqualTo(EventState.PLANNED);
    }

    @Test
    void anEventThatStoodAloneBecomesTheFirstOfASeriesThatEndsWhereItIsEnded() {
        var alone = events.create(10L, meeting("Point"));
        var made = series.repeat(alone.id(), alone.version(), Rule.weekly(1, DayOfWeek.FRIDAY));

        assertThat(made.events().get(0).eventId()).isEqualTo(alone.id());
        assertThat(times(made.id())).startsWith("2026-11-27T09:00", "2026-12-04T09:00");
        assertThatThrownBy(() -> series.repeat(alone.id(), event(made, 0).version(), WEEKLY))
                .hasMessageContaining("event-repeats");
        var second = event(made, 1);
        series.end(second.id(), second.version());
        later(80).prolong(made.id());
        assertThat(times(made.id())).containsExactly("2026-11-27T09:00", "2026-12-04T09:00");
    }

    private Series later(int days) {
        var then = Clock.offset(clock, Duration.ofDays(days));
        return TestEvents.series(database, then, TestCallers.of(Caller.SYSTEM), fields);
    }

    @Test
    void twoNodesProlongASeriesOnce() {
        var made = series.create(10L, meeting("Point"), Rule.daily(7));
        int before = series.get(made.id()).events().size();

        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> database.inTransaction(() -> {
                    later(14).prolong(made.id());
                    return null;
                })))
                .limit(2)
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(series.get(made.id()).events()).hasSize(before + 2);
        assertThat(times(made.id())).doesNotHaveDuplicates();
        assertThat(count("select count(*) from event where author <> 'sales'")).isZero();
    }

    @Test
    void aSeriesIsMadeInStepsAndSeenWithItsEventsOnly() {
        var made = database.inTransaction(
                () -> series.create(10L, meeting("Point"), Rule.daily(1).times(SeriesMaker.STEP + 3)));

        assertThat(count("select count(*) from event")).isEqualTo(SeriesMaker.STEP);
        later(0).prolong(made.id());
        assertThat(count("select count(*) from event")).isEqualTo(SeriesMaker.STEP + 3);
        assertThat(series.get(made.id()).nextOn()).isNull();
        var stranger = new Caller(7, "other", "Other", "fr", Set.of(Role.SALES), List.of(2L));
        assertThatThrownBy(() -> TestEvents.series(database, clock, TestCallers.of(stranger), fields)
                        .get(made.id()))
                .isInstanceOf(BusinessException.class);
    }

    private long count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
