package fr.tiers.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A meeting that comes again, changed, moved, called off and deleted: this one, it and the following, or all. */
@DisplayName("A meeting that comes again")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesJourneyIT {

    private String login;
    private Api api;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        var cast = new Cast(SeriesJourneyIT.class);
        login = cast.user("SALES", cast.unit("A", null));
        api = Cast.tokenOf(login);
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A Monday that a series is made ahead to; each test has weeks of its own. */
    private static LocalDate monday(int weeks) {
        return LocalDate.now(PARIS).plusWeeks(weeks).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private static String at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant().toString();
    }

    /** Four Mondays at nine in Paris. */
    private JsonNode series(int weeks, String subject) {
        var day = monday(weeks);
        var answer = api.post(
                "event-series",
                "{\"event\":{\"type\":\"MEETING\",\"subject\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"},\"rule\":{\"frequency\":\"WEEKLY\",\"weekdays\":[\"MONDAY\"],\"count\":4}}"
                        .formatted(subject, at(day, 9), at(day, 10)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String event(JsonNode series, int number) {
        return series.get("events").get(number).get("eventId").asText();
    }

    private List<String> each(JsonNode series, String field) {
        return StreamSupport.stream(series.get("events").spliterator(), false)
                .map(event -> api.get("events/" + event.get("eventId").asText()))
                .map(answer -> answer.status() == 404
                        ? "gone"
                        : answer.json().get(field).asText())
                .toList();
    }

    /** The form gives way to what the event says now. */
    private void save() {
        page.locator("[id='eventForm:save']").click();
        assertThat(page.locator(".event-details")).isVisible();
        visitor.settle();
    }

    private void told(String what) {
        assertThat(page.locator("[id='messages'], #messages").first()).containsText(what);
        visitor.settle();
    }

    private void choose(Locator within, String scope) {
        within.getByLabel(scope).check();
        visitor.settle();
    }

    @Test
    void isChangedOnItsPageForItselfOrTheFollowing() {
        var series = series(4, "Comité");
        visitor.open("/event/record.xhtml?id=" + event(series, 1));
        assertThat(page.locator(".event-details")).containsText("chaque semaine le lundi, 4 fois");
        visitor.open("/event/record.xhtml?id=" + event(series, 1) + "&edit=true")
                .isAccessible();
        page.locator("[id='eventForm:subject']").fill("Comité seul");
        save();
        assertThat(each(series, "subject")).containsExactly("Comité", "Comité seul", "Comité", "Comité");

        visitor.open("/event/record.xhtml?id=" + event(series, 2) + "&edit=true");
        page.locator("[id='eventForm:subject']").fill("Comité élargi");
        choose(page.locator("#eventForm"), "Cet événement et les suivants");
        assertThat(page.locator("[id='eventForm:frequency']")).hasValue("WEEKLY");
        visitor.isAccessible();
        save();
        assertThat(each(series, "subject")).containsExactly("Comité", "Comité seul", "Comité élargi", "Comité élargi");
    }

    @Test
    void aSingleMeetingBecomesASeriesOnItsPage() {
        var id = api.post(
                        "events",
                        "{\"type\":\"MEETING\",\"subject\":\"Unique\",\"start\":\"%s\",\"end\":\"%s\"}"
                                .formatted(at(monday(20), 9), at(monday(20), 10)))
                .json()
                .get("id")
                .asText();
        visitor.open("/event/record.xhtml?id=" + id + "&edit=true");
        page.locator("[id='eventForm:frequency']").selectOption("WEEKLY");
        visitor.settle();
        page.locator("[id='eventForm:recurrenceEnd']").selectOption("COUNT");
        visitor.settle();
        page.locator("[id='eventForm:count']").fill("3");
        save();
        assertThat(page.locator(".event-details")).containsText("3 fois");
        assertThat(api.get("events/" + id + "/series").json().get("events")).hasSize(3);
    }

    @Test
    void isCalledOffAndDeletedAsFarAsOneChooses() {
        var series = series(8, "Revue");
        visitor.open("/event/record.xhtml?id=" + event(series, 2));
        page.locator("[data-open-dialog='cancel-event']").click();
        visitor.isAccessible();
        choose(page.locator("#cancel-event"), "Cet événement et les suivants");
        page.locator("[id='cancelForm:cancel']").click();
        told("les événements suivants sont annulés");
        assertThat(each(series, "state")).containsExactly("PLANNED", "PLANNED", "CANCELLED", "CANCELLED");

        visitor.open("/event/record.xhtml?id=" + event(series, 1));
        page.locator("[data-open-dialog='delete-event']").click();
        choose(page.locator("#delete-event"), "Cet événement seulement");
        page.locator("[id='deleteForm:delete']").click();
        told("« Revue » a été supprimé");
        assertThat(each(series, "state")).containsExactly("PLANNED", "gone", "CANCELLED", "CANCELLED");
    }

    @Test
    void isDraggedInTheAgendaAndAskedHowFar() {
        var series = series(12, "Atelier");
        week(monday(13));
        drag(event(series, 1), 2);
        var dialog = page.locator("#agenda-scope");
        assertThat(dialog).containsText("« Atelier » fait partie d’une série.");
        visitor.isAccessible();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(each(series, "start").get(1)).isEqualTo(at(monday(13), 9));

        week(monday(13));
        drag(event(series, 1), 2);
        assertThat(page.locator("[id='scopeForm:scopeThis']")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("[id='scopeForm:scopeFollowing']")).isFocused();
        page.keyboard().press("Enter");
        visitor.settle();
        assertThat(page.locator(".agenda-toast")).containsText("Atelier");
        assertThat(page.locator("[id='agendaForm:undo']")).hasCount(0);
        assertThat(each(series, "start"))
                .containsExactly(at(monday(12), 9), at(monday(13), 11), at(monday(14), 11), at(monday(15), 11));

        page.locator(".agenda-blocks [data-entry='" + event(series, 1) + "']").click();
        visitor.settle();
        page.locator("[id='entryForm:callOff']").click();
        visitor.settle();
        page.locator("[id='scopeForm:scopeThis']").click();
        assertThat(page.locator(".agenda-toast")).containsText("est annulé");
        assertThat(each(series, "state")).containsExactly("PLANNED", "CANCELLED", "PLANNED", "PLANNED");
        page.locator("[id='agendaForm:undo']").click();
        assertThat(page.locator(".agenda-toast")).hasCount(0);
        assertThat(each(series, "state")).containsOnly("PLANNED");
    }

    private void week(LocalDate date) {
        visitor.open("/agenda/agenda.xhtml?view=week&date=" + date);
        page.locator(".agenda-placed").waitFor();
    }

    private void drag(String event, int hours) {
        var box = page.locator(".agenda-blocks [data-entry='" + event + "']").boundingBox();
        double hour = page.locator(".agenda-column").first().boundingBox().height / 24;
        page.mouse().move(box.x + 20, box.y + 10);
        page.mouse().down();
        page.mouse().move(box.x + 20, box.y + 10 + hours * hour, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        visitor.settle();
    }

    @Test
    void theChoiceIsUsableOnAPhone() {
        var series = series(16, "Tournée");
        try (var phone = Visitor.onPhone().signIn(login, Cast.PASSWORD)) {
            phone.open("/event/record.xhtml?id=" + event(series, 0) + "&edit=true")
                    .fitsTheWidth()
                    .isAccessible();
            phone.open("/event/record.xhtml?id=" + event(series, 0));
            phone.page().locator("[data-open-dialog='cancel-event']").click();
            phone.fitsTheWidth().isAccessible();
        }
    }
}
