package fr.tiers.agenda;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.event.EventKind;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class AgendaTest {

    private static final Instant MONDAY = Instant.parse("2026-11-22T23:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-29T23:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void people() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        TestTiers.tier(database, 20, 2L);
        user(1, "sales", "SALES");
        user(2, "other", "SALES");
        user(3, "guest", "EXTRANET");
    }

    private void user(long id, String login, String role) {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into app_user (id, login, display_name) values (?, ?, ?)", id, login, login);
            handle.execute("insert into app_user_role (user_id, role) values (?, ?)", id, role);
        });
    }

    /** Something that user 2 has noted down. */
    private long event(String type, Long tier, long assignee, String start, String end, String more) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                insert into event (type, tier_id, assignee_id, subject, author, created_at, starts_at, ends_at, private, read_only, all_day,
                                   state, due_on, place)
                values (:type, :tier, :assignee, 'Sujet ' || :start, 'other', now(), cast(:start as timestamptz), cast(:end as timestamptz),
                        :more like '%private%', :more like '%readOnly%', :more like '%allDay%',
                        case when :more like '%cancelled%' then 'CANCELLED' else 'PLANNED' end,
                        case when :type = 'TASK' then cast(:start as date) end, 'Salle 2') returning id
                """)
                .bind("type", type)
                .bind("tier", tier)
                .bind("assignee", assignee)
                .bind("start", start)
                .bind("end", end)
                .bind("more", more)
                .mapTo(Long.class)
                .one());
    }

    private void takesPart(long event, long user, String answer) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into event_participant (event_id, user_id, answer) values (?, ?, ?)",
                        event,
                        user,
                        answer));
    }

    private Agenda agenda(Caller caller) {
        return TestAgenda.of(
                database,
                TestCallers.of(caller),
                Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE));
    }

    private List<AgendaEntry> week(String... users) {
        return week(Set.of(), users);
    }

    private List<AgendaEntry> week(Set<EventKind> kinds, String... users) {
        return agenda(TestCallers.sales(1L))
                .entries(new AgendaFrame(MONDAY, NEXT_MONDAY, List.of(users), kinds, false));
    }

    @Test
    void anAgendaHoldsWhatOneHasAndWhatOneTakesPartIn() {
        var mine = event("MEETING", null, 1, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "");
        var theirs = event("MEETING", 10L, 2, "2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z", "");
        var refused = event("MEETING", 10L, 2, "2026-11-26T09:00:00Z", "2026-11-26T10:00:00Z", "");
        event("MEETING", 10L, 2, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "cancelled");
        event("MEETING", 10L, 1, "2026-12-24T09:00:00Z", "2026-12-24T10:00:00Z", "");
        takesPart(theirs, 1, "ACCEPTED");
        takesPart(refused, 1, "DECLINED");

        assertThat(week("sales")).extracting(AgendaEntry::id).containsExactly(mine, theirs);
        assertThat(week("sales", "other"))
                .extracting(AgendaEntry::id, AgendaEntry::users)
                .containsExactly(
                        tuple(mine, List.of("sales")),
                        tuple(theirs, List.of("other", "sales")),
                        tuple(refused, List.of("other")));
    }

    @Test
    void whatIsMovedMovesForThoseWhoTakePartAsWell() {
        var far = event("MEETING", 10L, 2, "2027-03-25T09:00:00Z", "2027-03-25T10:00:00Z", "");
        takesPart(far, 1, "ACCEPTED");
        assertThat(week("sales")).isEmpty();

        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update event set starts_at = '2026-11-25T09:00:00Z', ends_at = '2026-11-25T10:00:00Z' where id = ?",
                        far));

        assertThat(week("sales")).extracting(AgendaEntry::id).containsExactly(far);
    }

    @Test
    void whatHasBegunBeforeIsThereHoweverLongItLasts() {
        var fair = event("TRADE_SHOW", 10L, 1, "2026-09-01T08:00:00Z", "2026-11-23T18:00:00Z", "allDay");
        var night = event("MEETING", 10L, 1, "2026-11-22T20:00:00Z", "2026-11-23T02:00:00Z", "");
        var toTheLastDay = event("MEETING", 10L, 1, "2026-11-21T23:00:00Z", "2026-11-22T09:00:00Z", "allDay");
        var untilMidnight = event("MEETING", 10L, 1, "2026-11-22T20:00:00Z", "2026-11-22T23:00:00Z", "");
        var longTravel = event("MEETING", 10L, 2, "2026-10-01T08:00:00Z", "2026-12-01T18:00:00Z", "");
        takesPart(longTravel, 1, "NEEDS_ACTION");

        assertThat(week("sales"))
                .extracting(AgendaEntry::id)
                .containsExactly(fair, longTravel, night)
                .doesNotContain(toTheLastDay, untilMidnight);
    }

    @Test
    void ofWhatOneMayNotSeeOnlyTheTimeIsTold() {
        event("MEETING", 10L, 2, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "private");
        event("CALL", 20L, 2, "2026-11-24T14:00:00Z", "2026-11-24T15:00:00Z", "");
        event("TASK", 20L, 2, "2026-11-24T23:00:00Z", null, "");
        var open = event("MEETING", 10L, 2, "2026-11-25T09:00:00Z", "2026-11-25T10:00:00Z", "");

        assertThat(week("other"))
                .containsExactly(
                        AgendaEntry.taken(
                                List.of("other"),
                                Instant.parse("2026-11-24T09:00:00Z"),
                                Instant.parse("2026-11-24T10:00:00Z"),
                                false),
                        AgendaEntry.taken(
                                List.of("other"),
                                Instant.parse("2026-11-24T14:00:00Z"),
                                Instant.parse("2026-11-24T15:00:00Z"),
                                false),
                        week("other").get(2));
        assertThat(week("other").get(2).id()).isEqualTo(open);
        // a filter must not tell what kind of thing it is
        assertThat(week(Set.of(EventKind.CALL), "other")).hasSize(2).allMatch(AgendaEntry::busy);
    }

    @Test
    void aTierOneMayNotSeeIsNotNamedToWhoeverTakesPart() {
        var meeting = event("MEETING", 20L, 2, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "");
        takesPart(meeting, 1, "NEEDS_ACTION");

        assertThat(week("sales"))
                .singleElement()
                .returns(meeting, AgendaEntry::id)
                .returns(null, AgendaEntry::tierId)
                .returns(null, AgendaEntry::tierName)
                .returns("Salle 2", AgendaEntry::place);
    }

    @Test
    void whatIsReadOnlyIsChangedByThoseWhoseItIs() {
        event("MEETING", 10L, 2, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "readOnly");
        event("MEETING", 10L, 2, "2026-11-24T11:00:00Z", "2026-11-24T12:00:00Z", "");
        event("MEETING", 10L, 1, "2026-11-24T14:00:00Z", "2026-11-24T15:00:00Z", "readOnly");

        assertThat(week("sales", "other")).extracting(AgendaEntry::editable).containsExactly(false, true, true);
    }

    @Test
    void aTaskWithoutATimeStandsAtItsDay() {
        event("TASK", 10L, 1, "2026-11-24T23:00:00Z", null, "");

        assertThat(week("sales")).singleElement().returns(true, AgendaEntry::allDay);
    }

    @Test
    void freeIsWhatNobodyHasAnythingIn() {
        event("MEETING", 10L, 2, "2026-11-23T09:00:00Z", "2026-11-23T11:00:00Z", "private");
        event("CALL", 10L, 1, "2026-11-23T13:00:00Z", "2026-11-23T13:30:00Z", "");
        event("MEETING", 10L, 1, "2026-11-23T15:00:00Z", "2026-11-23T16:00:00Z", "cancelled");
        event("TASK", 10L, 1, "2026-11-23T15:00:00Z", "2026-11-23T16:00:00Z", "");
        event("TRADE_SHOW", 10L, 2, "2026-11-24T08:00:00Z", null, "allDay");
        var day = LocalDate.of(2026, 11, 23);

        assertThat(agenda(TestCallers.sales(1L))
                        .availability(new SlotWish(
                                List.of("sales", "other"),
                                day,
                                day.plusDays(1),
                                45,
                                SlotWish.USUAL_OPENING,
                                SlotWish.USUAL_CLOSING)))
                .containsExactly(
                        new Span(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T09:00:00Z")),
                        new Span(Instant.parse("2026-11-23T11:00:00Z"), Instant.parse("2026-11-23T13:00:00Z")),
                        new Span(Instant.parse("2026-11-23T13:30:00Z"), Instant.parse("2026-11-23T17:00:00Z")));
    }

    @Test
    void extranetUsersHaveNoAgendaAndSeeNone() {
        var guest = new Caller(3, "guest", "guest", "fr", Set.of(Role.EXTRANET), List.of());

        assertThatThrownBy(() ->
                        agenda(guest).entries(new AgendaFrame(MONDAY, NEXT_MONDAY, List.of("sales"), Set.of(), false)))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.FORBIDDEN, BusinessException::kind);
        assertThatThrownBy(() -> week("guest"))
                .asInstanceOf(type(BusinessException.class))
                .returns(BusinessException.Kind.INVALID, BusinessException::kind);
    }

    @Test
    void groupsAndUnitsStandForTheirMembers() {
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into user_group (id, code, name) values (70, 'G', 'Groupe')");
            handle.execute("insert into user_group_member (group_id, user_id) values (70, 1), (70, 2), (70, 3)");
            handle.execute("insert into sales_unit (id, parent_id, code, name) values (5, 1, 'U5', 'Sous-unité')");
            handle.execute("insert into app_user_sales_unit (user_id, sales_unit_id) values (1, 1), (2, 5)");
        });
        var people = agenda(TestCallers.sales(1L)).people;

        assertThat(people.people()).extracting(AgendaPeople.Person::login).containsExactly("other", "sales");
        assertThat(people.groups()).containsExactly(new AgendaPeople.Team("G", "Groupe", List.of("other", "sales")));
        assertThat(people.units())
                .containsExactly(
                        new AgendaPeople.Team("U5", "Sous-unité", List.of("other")),
                        new AgendaPeople.Team("U1", "Unit 1", List.of("other", "sales")));
    }
}
