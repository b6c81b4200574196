package fr.tiers.task;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import fr.tiers.access.TestCallers;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.TestCustomFields;
import fr.tiers.event.EventCommand;
import fr.tiers.event.EventFieldOwner;
import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import fr.tiers.event.TestEvents;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class TasksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final TestDatabase database = TestDatabase.fresh();
    private final CustomFields fields = TestCustomFields.of(database, new EventFieldOwner(null));
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ClockProducer.ZONE);

    @BeforeEach
    void people() {
        TestTiers.unit(database, 1);
        TestTiers.unit(database, 2);
        TestTiers.tier(database, 10, 1L);
        for (var name : List.of("1 anne 1", "2 paul 1", "3 lea 2")) {
            var part = name.split(" ");
            run(
                    "insert into app_user (id, login, display_name) values (?, ?, ?) on conflict (id) do update set login = excluded.login",
                    Long.valueOf(part[0]),
                    part[1],
                    part[1]);
            run(
                    "insert into app_user_sales_unit (user_id, sales_unit_id) values (?, ?)",
                    Long.valueOf(part[0]),
                    Long.valueOf(part[2]));
        }
        run("insert into user_group (id, code, name) values (90, 'RECALL', 'Rappels')");
        run("insert into user_group_member (group_id, user_id) values (90, 1), (90, 3)");
    }

    private void run(String sql, Object... values) {
        database.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private static Caller caller(long id) {
        return new Caller(
                id,
                List.of("anne", "paul", "lea").get((int) id - 1),
                "Name " + id,
                "fr",
                Set.of(Role.SALES),
                List.of(id == 3 ? 2L : 1L));
    }

    private Tasks as(long id) {
        var callers = TestCallers.of(caller(id));
        var tasks = new Tasks();
        tasks.db = database.db();
        tasks.events = TestEvents.events(database, clock, callers, fields);
        tasks.list = list(id);
        tasks.callers = callers;
        tasks.clock = clock;
        return tasks;
    }

    private TaskList list(long id) {
        var callers = TestCallers.of(caller(id));
        var list = new TaskList();
        list.db = database.db();
        list.callers = callers;
        list.sight = TestEvents.sight(database, callers);
        list.clock = clock;
        return list;
    }

    private TaskRow task(String subject, LocalDate due, String assignee, String group) {
        var command = Records.with(
                new EventCommand("TASK", subject, null, null), "task", new EventCommand.Task(due, Priority.HIGH));
        return as(1).create(10L, Records.with(Records.with(command, "assignee", assignee), "group", group));
    }

    private List<String> subjects(long id, TaskScope scope) {
        return list(id).page(TaskFilter.of(scope), TaskSort.Order.BY_DUE, null, 50).items().stream()
                .map(TaskRow::subject)
                .toList();
    }

    @Test
    void mineDelegatedAndTheTeamsByStructure() {
        task("à moi", TODAY.minusDays(1), null, null);
        task("à Paul", TODAY, "paul", null);
        task("à Léa", TODAY.plusDays(1), "lea", null);
        task("file", TODAY.plusDays(2), null, "RECALL");

        assertThat(subjects(1, TaskScope.MINE)).containsExactly("à moi");
        assertThat(subjects(1, TaskScope.DELEGATED)).containsExactly("à Paul", "à Léa", "file");
        assertThat(subjects(1, TaskScope.TEAM)).containsExactly("à moi", "à Paul", "à Léa", "file");
        assertThat(subjects(2, TaskScope.TEAM)).containsExactly("à moi", "à Paul");
        assertThat(subjects(3, TaskScope.MINE)).containsExactly("à Léa");
        assertThat(list(1).page(TaskFilter.of(TaskScope.MINE), TaskSort.Order.BY_DUE, null, 5)
                        .items())
                .singleElement()
                .returns(true, TaskRow::overdue);
    }

    @Test
    void aPrivateTaskOfSomebodyElseIsInNoList() {
        var command = Records.with(new EventCommand("TASK", "secret", null, null), "privateEntry", true);
        as(1).create(10L, command);

        assertThat(subjects(1, TaskScope.TEAM)).containsExactly("secret");
        assertThat(subjects(2, TaskScope.TEAM)).isEmpty();
    }

    @Test
    void ofTwoWhoTakeATaskOneGetsIt() {
        var task = task("file", TODAY, null, "RECALL");
        assertThat(list(3).get(task.id()).takeable()).isTrue();
        assertThatThrownBy(() -> as(2).take(task.id()))
                .asInstanceOf(type(BusinessException.class))
                .returns("task-not-in-your-queue", BusinessException::code);

        var outcomes = Stream.of(1L, 3L)
                .map(who -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return database.inTransaction(() -> as(who).take(task.id()))
                                .assignee();
                    } catch (BusinessException e) {
                        return e.code();
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).containsOnlyOnce("task-taken");
        var winner = outcomes.get(0).equals("task-taken") ? 3L : 1L;
        assertThat(as(winner).take(task.id()).group()).isEqualTo("RECALL");
        assertThat(as(winner).take(task.id()).version()).isEqualTo(task.version() + 1);
    }

    @Test
    void isHandedOnWithANoteThatStays() {
        var task = task("à moi", TODAY, null, null);

        var given =
                as(1).delegate(task.id(), task.version(), new Tasks.Delegation("paul", null, "Tu connais le client"));
        assertThat(given.body()).isEqualTo("20/11/2026 · Name 1 → paul : Tu connais le client");
        assertThat(subjects(2, TaskScope.MINE)).containsExactly("à moi");

        var queued = as(2).delegate(task.id(), given.version(), new Tasks.Delegation(null, "RECALL", null));
        assertThat(queued.assignee()).isNull();
        assertThatThrownBy(() -> as(1).delegate(task.id(), task.version(), new Tasks.Delegation("lea", null, null)))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.STALE, BusinessException::kind);
        assertThatThrownBy(() -> as(1).delegate(task.id(), queued.version(), new Tasks.Delegation(null, null, null)))
                .hasMessageContaining("required");
        assertThatThrownBy(
                        () -> as(1).delegate(task.id(), queued.version(), new Tasks.Delegation("lea", "RECALL", null)))
                .hasMessageContaining("user-or-group");
    }

    @Test
    void standsInItsColumnByTheDayUntilSomebodyPutsItElsewhere() {
        task("après-demain", TODAY.plusDays(2), null, null);
        var none = task("sans échéance", null, null, null);
        var today = task("aujourd’hui", TODAY, null, null);
        var done = task("fait", TODAY, null, null);
        assertThat(column(EventState.PLANNED)).containsExactly("aujourd’hui", "fait", "après-demain", "sans échéance");

        var tasks = as(1);
        tasks.changeState(done.id(), done.version(), EventState.DONE);
        tasks.move(none.id(), none.version(), EventState.PLANNED, today.id());
        assertThat(column(EventState.PLANNED)).containsExactly("aujourd’hui", "sans échéance", "après-demain");
        tasks.move(none.id(), none.version(), EventState.PLANNED, null);
        assertThat(column(EventState.PLANNED)).containsExactly("sans échéance", "aujourd’hui", "après-demain");
        var moved = tasks.move(today.id(), today.version(), EventState.DONE, done.id());
        assertThat(moved.version()).isEqualTo(today.version() + 1);
        assertThat(column(EventState.DONE)).containsExactly("fait", "aujourd’hui");

        assertThatThrownBy(() -> tasks.move(today.id(), today.version(), EventState.PLANNED, null))
                .asInstanceOf(type(BusinessException.class))
                .returns(Kind.STALE, BusinessException::kind);
        assertThatThrownBy(() -> tasks.move(none.id(), none.version(), EventState.PLANNED, today.id()))
                .hasMessageContaining("unknown-reference");
    }

    private List<String> column(EventState state) {
        return list(1)
                .page(Records.with(TaskFilter.of(TaskScope.MINE), "state", state), TaskSort.Order.BY_RANK, null, 50)
                .items()
                .stream()
                .map(TaskRow::subject)
                .toList();
    }

    @Test
    void everyOrderIsPagedWithoutLosingOrDoublingAny() {
        for (int i = 0; i < 7; i++) {
            task("tâche " + i % 3, i % 2 == 0 ? null : TODAY.plusDays(i), null, null);
        }
        for (var sort : TaskSort.values()) {
            for (boolean descending : List.of(false, true)) {
                var order = new TaskSort.Order(sort, descending);
                var filter = TaskFilter.of(TaskScope.MINE);
                var ids = new java.util.ArrayList<Long>();
                String after = null;
                do {
                    var page = list(1).page(filter, order, after, 2);
                    page.items().forEach(task -> ids.add(task.id()));
                    after = page.next();
                } while (after != null);
                assertThat(ids)
                        .as(order.toString())
                        .isEqualTo(list(1).rows(filter, order, 0, 50).stream()
                                .map(TaskRow::id)
                                .toList())
                        .hasSize(7);
            }
        }
    }

    @Test
    void theLoadSaysWhoHasHowMuchByWhen() {
        task("En retard", TODAY.minusDays(3), null, null);
        task("Aujourd’hui", TODAY, null, null);
        task("Aussi", TODAY, null, null);
        task("Un jour", null, null, null);
        task("Plus tard", TODAY.plusDays(30), null, null);
        task("À prendre", TODAY.plusDays(1), null, "RECALL");
        assertThat(list(1).load(TaskFilter.of(TaskScope.TEAM), TODAY, TODAY.plusDays(6)))
                .extracting(TaskLoad::assignee, TaskLoad::group, TaskLoad::day, TaskLoad::before, TaskLoad::tasks)
                .containsExactlyInAnyOrder(
                        tuple("anne", null, null, true, 1L),
                        tuple("anne", null, TODAY, false, 2L),
                        tuple("anne", null, null, false, 1L),
                        tuple(null, "RECALL", TODAY.plusDays(1), false, 1L));
        assertThatThrownBy(() -> list(1).load(TaskFilter.of(TaskScope.TEAM), TODAY, TODAY.minusDays(1)))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void filtersNarrowTheList() {
        task("Relancer l’échéance", TODAY.minusDays(3), null, null);
        task("Rappeler", TODAY, null, "RECALL");
        var filter = TaskFilter.of(TaskScope.TEAM);

        assertThat(list(1).count(Records.with(filter, "q", "echeance"))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "overdue", true))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "overdue", false))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "queued", true))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "queued", false))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "group", "RECALL"))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "assignee", "anne"))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "dueTo", TODAY.minusDays(1))))
                .isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "dueFrom", TODAY))).isEqualTo(1);
        assertThat(list(1).count(Records.with(filter, "priority", Priority.LOW)))
                .isZero();
        assertThat(list(1).count(Records.with(filter, "tier", 10L))).isEqualTo(2);
        assertThat(list(1).count(Records.with(filter, "open", false))).isZero();
    }
}
