package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What people do with tasks: add, check off, hand on, take, order them on the board, repeat them. */
@DisplayName("Tasks")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksIT {

    private Cast cast;
    private String unit;

    @BeforeAll
    void people() {
        cast = new Cast(TasksIT.class);
        unit = cast.unit("HERE", null);
    }

    /** Somebody with an empty list. */
    private String somebody() {
        return cast.user("SALES", unit);
    }

    private static void task(Api who, String subject, String more) {
        var answer = who.post(
                "event-series",
                "{\"event\":{\"type\":\"TASK\",\"subject\":\"%s\",\"task\":{\"dueOn\":\"2027-05-04\"}%s},\"rule\":{\"frequency\":\"DAILY\",\"count\":1}}"
                        .formatted(subject, more));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
    }

    private static Locator card(Page page, String subject) {
        return page.locator(".task-card").filter(new Locator.FilterOptions().setHasText(subject));
    }

    private static Locator column(Page page, String state) {
        return page.locator("[data-column='" + state + "']");
    }

    @Test
    void addsChecksOffAndTakesItBack() {
        try (var visitor = Visitor.atDesk().signIn(somebody(), Cast.PASSWORD)) {
            var page = visitor.open("/task/list.xhtml").page();
            page.locator("[id='newTaskForm:addTask']").click();
            assertThat(page.locator("[id='newTaskForm']")).containsText("Obligatoire");
            page.fill("[id='newTaskForm:subject']", "Relancer <b>#{1+1}</b>");
            page.getByText("Demain", new Page.GetByTextOptions().setExact(true)).click();
            visitor.settle();
            page.locator("[id='newTaskForm:addTask']").click();
            assertThat(page.locator(".task-table tbody tr")).hasCount(1);
            assertThat(page.locator(".task-table")).containsText("Relancer <b>#{1+1}</b>");
            assertThat(page.locator(".task-table .c-due")).containsText("Demain");
            page.locator(".task-check").click();
            assertThat(page.locator(".task-undo")).containsText("est fait");
            assertThat(page.locator(".task-table")).hasCount(0);
            visitor.settle().isAccessible();
            page.locator("[id='tasks:undo']").click();
            assertThat(page.locator(".task-table tbody tr")).hasCount(1);
        }
    }

    @Test
    void dragsOnTheBoardAndFindsItThereAfterReload() {
        var login = somebody();
        var api = Cast.tokenOf(login);
        task(api, "Première", "");
        task(api, "Deuxième", "");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/task/board.xhtml").page();
            drag(visitor, card(page, "Première"), column(page, "IN_PROGRESS"));
            assertThat(column(page, "IN_PROGRESS").locator(".task-card")).hasCount(1);
            drag(visitor, card(page, "Deuxième"), column(page, "IN_PROGRESS"));
            assertThat(column(page, "IN_PROGRESS").locator(".task-card")).hasCount(2);
            // by the keyboard: the upper one goes below the other
            var upper = column(page, "IN_PROGRESS").locator(".task-card").first();
            var below = upper.locator(".row-link").textContent();
            upper.locator("[data-move]").focus();
            page.keyboard().press("Enter");
            visitor.isAccessible();
            page.locator("[data-move-by='1']").focus();
            page.keyboard().press("Enter");
            assertThat(column(page, "IN_PROGRESS").locator(".task-card").nth(1)).containsText(below);
            visitor.settle().isAccessible().fitsTheWidth();
            visitor.open("/task/board.xhtml");
            assertThat(column(page, "IN_PROGRESS").locator(".task-card")).hasCount(2);
            assertThat(column(page, "IN_PROGRESS").locator(".task-card").nth(1)).containsText(below);
        }
    }

    private static void drag(Visitor visitor, Locator from, Locator to) {
        var start = from.boundingBox();
        var end = to.boundingBox();
        var mouse = visitor.page().mouse();
        mouse.move(start.x + start.width / 2, start.y + start.height - 8);
        mouse.down();
        mouse.move(end.x + end.width / 2, end.y + 60, new Mouse.MoveOptions().setSteps(8));
        mouse.up();
        visitor.settle();
    }

    @Test
    void handsATaskOnAndTheOtherFindsIt() {
        var login = somebody();
        var other = somebody();
        task(Cast.tokenOf(login), "À confier", "");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/task/list.xhtml").page();
            page.locator(".row-link").first().click();
            visitor.settle().isAccessible();
            page.locator("[id='delegateForm:delegate']").click();
            assertThat(page.locator("[id='delegateForm']")).containsText("Obligatoire");
            page.locator("[id='delegateForm:assignee']").selectOption("u:" + other);
            page.fill("[id='delegateForm:note']", "Tu connais le client");
            page.locator("[id='delegateForm:delegate']").click();
            page.waitForURL(Pattern.compile(".*scope=DELEGATED.*"));
            assertThat(page.locator(".task-table")).containsText("À confier");
        }
        try (var visitor = Visitor.onPhone().signIn(other, Cast.PASSWORD)) {
            var page = visitor.open("/task/list.xhtml").fitsTheWidth().page();
            page.locator(".row-link").first().click();
            visitor.settle().fitsTheWidth();
            assertThat(page.locator("[id='taskForm:body']")).hasValue(Pattern.compile(".*Tu connais le client"));
        }
    }

    @Test
    void thePlanningLeadsToTheTasksItCounts() {
        var login = somebody();
        task(Cast.tokenOf(login), "Planifiée", "");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/task/planning.xhtml?date=2027-05-04")
                    .isAccessible()
                    .page();
            page.locator("a.planning-load").click();
            assertThat(page.locator(".task-table tbody tr")).hasCount(1);
            visitor.open("/task/planning.xhtml?date=2027-04-20&by=WEEK").isAccessible();
            assertThat(page.locator("a.planning-load")).hasText("1");
        }
        try (var phone = Visitor.onPhone().signIn(login, Cast.PASSWORD)) {
            phone.open("/task/planning.xhtml?date=2027-05-04").fitsTheWidth();
        }
    }

    @Test
    void takesATaskOfTheQueueOnTheBoard() {
        var login = somebody();
        var group = cast.name() + "-Q";
        var sql = World.get().sql();
        sql.update("insert into user_group (id, code, name) values (nextval('organisation_seq'), ?, 'File')", group);
        sql.update(
                "insert into user_group_member select g.id, u.id from user_group g, app_user u where g.code = ? and u.login = ?",
                group,
                login);
        task(Cast.tokenOf(login), "De la file", ",\"group\":\"" + group + "\"");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/task/board.xhtml?scope=TEAM").page();
            card(page, "De la file").locator("[data-take]").click();
            assertThat(card(page, "De la file")).containsText(login);
            visitor.open("/task/board.xhtml");
            assertThat(card(page, "De la file")).hasCount(1);
        }
    }

    @Test
    void repeatsATaskAndChangesThisTheFollowingAndAll() {
        var login = somebody();
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/task/list.xhtml").page();
            page.fill("[id='newTaskForm:subject']", "Appeler le magasin");
            page.locator(".task-more summary").click();
            page.locator("[id='newTaskForm:frequency']").selectOption("WEEKLY");
            assertThat(page.locator(".recurrence-preview li")).hasCount(5);
            page.fill("[id='newTaskForm:dueOn']", "2027-05-04");
            page.locator("[id='newTaskForm:dueOn']").blur();
            assertThat(page.locator(".recurrence-preview li")).hasCount(5);
            assertThat(page.locator(".recurrence-preview li").first()).hasText("mardi 4 mai 2027");
            page.locator("[id='newTaskForm:recurrenceEnd']").selectOption("COUNT");
            page.fill("[id='newTaskForm:count']", "0");
            page.locator("[id='newTaskForm:addTask']").click();
            assertThat(page.locator("[id='newTaskForm']")).containsText("Au moins 1");
            visitor.settle().isAccessible();
            page.fill("[id='newTaskForm:count']", "5");
            page.locator("[id='newTaskForm:addTask']").click();
            assertThat(page.locator(".task-table tbody tr")).hasCount(5);

            change(visitor, 1, "Une seule", "THIS");
            assertThat(named(page, "Une seule")).hasCount(1);
            change(visitor, 3, "La suite", "FOLLOWING");
            assertThat(named(page, "La suite")).hasCount(2);
            change(visitor, 0, "Toutes", "ALL");
            assertThat(named(page, "Toutes")).hasCount(2);
            assertThat(named(page, "Une seule")).hasCount(1);
            assertThat(page.locator(".task-table tbody tr")).hasCount(5);

            named(page, "La suite").first().locator(".row-link").click();
            visitor.settle();
            page.locator("[id='taskForm:scope']").selectOption("ALL");
            assertThat(page.locator("[id='taskForm:frequency']")).hasValue("WEEKLY");
            visitor.settle().isAccessible();
            page.locator("[id='taskForm:deleteTask']").click();
            assertThat(page.locator(".task-table tbody tr")).hasCount(3);
        }
    }

    private static Locator named(Page page, String subject) {
        return page.locator(".task-table tbody tr").filter(new Locator.FilterOptions().setHasText(subject));
    }

    private static void change(Visitor visitor, int row, String subject, String scope) {
        var page = visitor.page();
        page.locator(".task-table .row-link").nth(row).click();
        page.locator("[id='taskForm:subject']").waitFor();
        page.fill("[id='taskForm:subject']", subject);
        page.locator("[id='taskForm:scope']").selectOption(scope);
        visitor.settle();
        page.locator("[id='taskForm:saveTask']").click();
        page.locator(".task-table").waitFor();
        visitor.settle();
    }
}
