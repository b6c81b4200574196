package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with the agenda: look, drag, stretch, take back, find a time that suits all. Each test has a week of its own. */
@DisplayName("The agenda")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgendaJourneyIT {

    private String login;
    private String colleague;
    private Api api;
    private Api ofColleague;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        var cast = new Cast(AgendaJourneyIT.class);
        login = cast.user("SALES", cast.unit("A", null));
        colleague = cast.user("SALES", cast.unit("B", null));
        api = Cast.tokenOf(login);
        ofColleague = Cast.tokenOf(colleague);
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    /** @return id of a meeting of an hour at nine in the morning */
    private static String meeting(Api owner, String day, String subject, String more) {
        var answer = owner.post(
                "events",
                "{\"type\":\"MEETING\",\"subject\":\"%s\",\"start\":\"%sT08:00:00Z\",\"end\":\"%sT09:00:00Z\"%s}"
                        .formatted(subject, day, day, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private String time(String id, String field) {
        return api.get("events/" + id).json().get(field).asText();
    }

    private Locator entry(String id) {
        return page.locator(".agenda-blocks [data-entry='" + id + "']");
    }

    private BoundingBox column(String day) {
        return page.locator(".agenda-column[data-day='" + day + "']").boundingBox();
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move(toX, toY, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        visitor.settle();
    }

    private void week(String date, String... more) {
        visitor.open("/agenda/agenda.xhtml?view=week&date=" + date + String.join("", more));
        page.locator(".agenda-placed").waitFor();
    }

    /** So high is an hour. */
    private double hour() {
        return column("2031-03-03").height / 24;
    }

    @Test
    void dragsAnEntryToAnotherDayAndHourAndStretchesIt() {
        var id = meeting(api, "2031-03-03", "Visite à déplacer", "");
        week("2031-03-03");
        visitor.isAccessible();
        var box = entry(id).boundingBox();
        double dayAfter = column("2031-03-04").x - column("2031-03-03").x;

        drag(box.x + 20, box.y + 10, box.x + 20 + dayAfter, box.y + 10 + 2 * hour());
        assertThat(page.locator(".agenda-toast")).containsText("mardi 4 mars, 11:00 – 12:00");
        assertThat(time(id, "start")).isEqualTo("2031-03-04T10:00:00Z");
        visitor.isAccessible();

        box = entry(id).boundingBox();
        drag(box.x + box.width / 2, box.y + box.height - 3, box.x + box.width / 2, box.y + box.height - 3 + hour());
        assertThat(page.locator(".agenda-toast")).containsText("11:00 – 13:00");

        week("2031-03-03");
        assertThat(page.locator(".agenda-column[data-day='2031-03-04'] [data-entry='" + id + "'] .agenda-time"))
                .hasText("11:00–13:00 ");
        assertThat(time(id, "end")).isEqualTo("2031-03-04T12:00:00Z");
    }

    @Test
    void takesAMoveBack() {
        var id = meeting(api, "2031-03-10", "Visite à remettre", "");
        week("2031-03-10");
        var box = entry(id).boundingBox();
        drag(box.x + 20, box.y + 10, box.x + 20, box.y + 10 + column("2031-03-10").height / 24);
        assertThat(entry(id).locator(".agenda-time")).hasText("10:00–11:00 ");
        page.locator("[id='agendaForm:undo']").click();
        assertThat(entry(id).locator(".agenda-time")).hasText("09:00–10:00 ");
        assertThat(time(id, "start")).isEqualTo("2031-03-10T08:00:00Z");
    }

    @Test
    void whatSomebodyElseHasChangedJumpsBack() {
        var id = meeting(api, "2031-03-17", "Visite disputée", "");
        week("2031-03-17");
        var box = entry(id).boundingBox();
        assertThat(api.with("If-Match", '"' + time(id, "version") + '"')
                        .patch("events/" + id, "{\"subject\":\"Autre sujet\"}")
                        .status())
                .isEqualTo(200);
        drag(box.x + 20, box.y + 10, box.x + 20, box.y + 10 + 2 * column("2031-03-17").height / 24);
        assertThat(page.locator("[id='messages'], #messages")).containsText("modifié");
        assertThat(entry(id).locator(".agenda-time")).hasText("09:00–10:00 ");
        assertThat(entry(id)).containsText("Autre sujet");
    }

    @Test
    void movesAnEntryByKeyboardAndSaysThatItIsDone() {
        var id = meeting(api, "2031-03-24", "Visite au clavier", "");
        week("2031-03-24");
        entry(id).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#agenda-panel")).containsText("lundi 24 mars, 09:00 – 10:00");
        visitor.isAccessible();
        page.locator(".agenda-move summary").press("Enter");
        page.fill("[id='entryForm:start']", "2031-03-26T14:00");
        page.fill("[id='entryForm:end']", "2031-03-26T13:00");
        page.locator("[id='entryForm:moveTo']").press("Enter");
        assertThat(page.locator("#agenda-panel .ui-message-error")).isVisible();
        page.fill("[id='entryForm:end']", "2031-03-26T15:30");
        page.locator("[id='entryForm:moveTo']").press("Enter");
        assertThat(page.locator(".agenda-column[data-day='2031-03-26'] [data-entry='" + id + "']"))
                .isFocused();
        page.keyboard().press("Enter");
        page.locator("[id='entryForm:done']").click();
        assertThat(entry(id)).hasClass(Pattern.compile(".*agenda-done.*"));
        assertThat(time(id, "state")).isEqualTo("DONE");
    }

    @Test
    void ofAnotherOnesPrivateEntryOnlyTheTimeIsShown() {
        meeting(ofColleague, "2031-04-07", "Rendez-vous médical", ",\"privateEntry\":true");
        week("2031-04-07", "&users=" + colleague);
        assertThat(page.locator(".agenda-taken")).containsText("Occupé10:00–11:00");
        assertThat(page.locator("main")).not().containsText("médical");
        assertThat(page.locator("[data-entry]")).hasCount(0);
    }

    @Test
    void drawsANewEntryOverFreeTime() {
        week("2031-04-14");
        var box = column("2031-04-15");
        double hour = box.height / 24;
        drag(box.x + 30, box.y + 9 * hour + 2, box.x + 30, box.y + 10.5 * hour - 2);
        page.waitForURL(Pattern.compile(".*/event/new\\.xhtml\\?.*"));
        assertThat(page.locator("[id='eventForm:start']")).hasValue("2031-04-15T09:00");
        assertThat(page.locator("[id='eventForm:end']")).hasValue("2031-04-15T10:30");
    }

    @Test
    void findsATimeThatSuitsBoth() {
        meeting(api, "2031-04-28", "Pris ici", ",\"meeting\":{}");
        meeting(ofColleague, "2031-04-29", "Pris là", ",\"privateEntry\":true");
        week("2031-04-28", "&users=" + login + "&users=" + colleague);
        page.keyboard().press("f");
        page.waitForURL(Pattern.compile(".*find=true.*"));
        page.fill("[name=from]", "2031-04-28");
        page.fill("[name=to]", "2031-04-29");
        page.selectOption("[name=minutes]", "90");
        page.locator(".agenda-find button[type=submit]").click();
        visitor.settle().isAccessible();
        assertThat(page.locator(".agenda-slots dt")).hasCount(2);
        // each day one of them has something from ten to eleven
        assertThat(page.locator(".agenda-slots > div").first().locator("a").first())
                .hasText("11:00");
        page.locator(".agenda-slots > div").nth(1).locator("a").first().click();
        page.waitForURL(Pattern.compile(".*/event/new\\.xhtml\\?.*"));
        assertThat(page.locator("[id='eventForm:start']")).hasValue("2031-04-29T11:00");
        assertThat(page.locator("[id='eventForm:participants']")).containsText(colleague);
    }

    @Test
    void turnsPagesByKeyboard() {
        week("2031-05-05");
        page.keyboard().press("ArrowRight");
        page.waitForURL(Pattern.compile(".*date=2031-05-12.*"));
        visitor.settle();
        page.keyboard().press("m");
        page.waitForURL(Pattern.compile(".*view=month.*"));
        visitor.settle();
        assertThat(page.locator(".agenda-month")).containsText("Fête du Travail");
        page.keyboard().press("t");
        page.waitForURL(url -> !url.contains("date="));
    }

    @Test
    void dragsAMeetingUpToTheWholeDayAndDownAgain() {
        var id = meeting(api, "2031-05-19", "Visite à étaler", "");
        week("2031-05-19");
        var box = entry(id).boundingBox();
        var row = page.locator(".agenda-days-cell[data-day='2031-05-20']").boundingBox();
        drag(box.x + 20, box.y + 10, row.x + 30, row.y + row.height / 2);
        assertThat(page.locator(".agenda-bars [data-entry='" + id + "']")).isVisible();
        assertThat(api.get("events/" + id).json().get("allDay").asBoolean()).isTrue();
        assertThat(time(id, "start")).isEqualTo("2031-05-19T22:00:00Z");

        box = page.locator(".agenda-bars [data-entry='" + id + "']").boundingBox();
        var column = column("2031-05-21");
        double ten = column.y + 10 * column.height / 24;
        drag(box.x + 20, box.y + 8, column.x + 30, ten + 1);
        assertThat(page.locator(".agenda-column[data-day='2031-05-21'] [data-entry='" + id + "'] .agenda-time"))
                .hasText("10:00–11:00 ");
        assertThat(time(id, "end")).isEqualTo("2031-05-21T09:00:00Z");
    }

    @Test
    void overSeveralDaysTheMonthDrawsOneBarPerWeek() {
        var answer = api.post(
                "events",
                "{\"type\":\"MEETING\",\"subject\":\"Salon de dix jours\",\"allDay\":true,\"start\":\"2031-07-03T22:00:00Z\",\"end\":\"2031-07-13T22:00:00Z\"}");
        var id = answer.json().get("id").asText();
        visitor.open("/agenda/agenda.xhtml?view=month&date=2031-07-01").isAccessible();
        var bars = page.locator(".agenda-long:has([data-entry='" + id + "'])");
        assertThat(bars).hasCount(2);
        var cell = page.locator(".agenda-month td[data-day='2031-07-07']").boundingBox();
        assertThat(bars.nth(1).boundingBox().width).isGreaterThan(6 * cell.width);
        // grasped on its third day and let go a week later
        var box = bars.nth(1).boundingBox();
        drag(box.x + 2.5 * cell.width, box.y + 8, box.x + 2.5 * cell.width, box.y + 8 + cell.height);
        assertThat(page.locator(".agenda-toast")).containsText("Salon de dix jours");
        assertThat(time(id, "start")).isEqualTo("2031-07-10T22:00:00Z");
    }

    @Test
    void showsTheFiveDaysOfWorkAndTheListFromTheDayAsked() {
        meeting(api, "2031-08-06", "Mercredi", "");
        visitor.open("/agenda/agenda.xhtml?view=workweek&date=2031-08-06").isAccessible();
        assertThat(page.locator(".agenda-column")).hasCount(5);
        assertThat(page.locator(".agenda-column[data-day='2031-08-06'] .agenda-entry"))
                .containsText("Mercredi");
        visitor.open("/agenda/agenda.xhtml?view=list&date=2031-08-06").isAccessible();
        assertThat(page.locator(".agenda-list-day").first()).containsText("Mercredi");
    }

    @Test
    void onThePhoneADayIsShownAndAFingerMovesWhatItHolds() {
        var id = meeting(api, "2031-06-02", "Visite de poche", "");
        try (var phone = Visitor.onPhone().signIn(login, Cast.PASSWORD)) {
            phone.open("/agenda/agenda.xhtml?date=2031-06-02").fitsTheWidth().isAccessible();
            var held = phone.page().locator(".agenda-blocks .agenda-entry");
            assertThat(phone.page().locator(".agenda-column")).hasCount(1);
            held.tap();
            assertThat(phone.page().locator("#agenda-panel")).containsText("Visite de poche");
            phone.page().keyboard().press("Escape");
            phone.settle();
            var box = held.boundingBox();
            double hour = phone.page().locator(".agenda-column").boundingBox().height / 24;
            new Finger(phone.page()).carry(box.x + 40, box.y + 10, box.x + 40, box.y + 10 + hour);
            assertThat(held.locator(".agenda-time")).hasText("11:00–12:00 ");
            assertThat(time(id, "start")).isEqualTo("2031-06-02T09:00:00Z");

            phone.open("/agenda/agenda.xhtml?view=list&date=2031-06-02").fitsTheWidth();
            phone.page().locator(".agenda-list .agenda-entry").first().tap();
            assertThat(phone.page().locator("#agenda-panel")).containsText("Visite de poche");
        }
    }

    @Test
    void inANarrowWindowTheWeekIsAListThatBeginsToday() {
        page.setViewportSize(800, 800);
        visitor.open("/agenda/agenda.xhtml").fitsTheWidth();
        assertThat(page.locator(".agenda-scroll")).isHidden();
        assertThat(page.locator(".agenda-list-day").first()).hasClass(Pattern.compile(".*agenda-today.*"));
        page.setViewportSize(1440, 900);
    }
}
