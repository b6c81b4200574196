package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An event from its form to its page, its change and the list, with a custom field. */
@DisplayName("An event")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {

    private Cast cast;
    private Api admin;
    private Visitor visitor;
    private Page page;
    private String tier;
    private String room;
    private String field;

    @BeforeAll
    void comeIn() {
        cast = new Cast(EventsIT.class);
        var login = cast.user("ADMINISTRATOR", null);
        admin = Cast.tokenOf(login);
        tier = cast.tier(admin, "Rendez-vous", null).get("id").asText();
        room = cast.name().toLowerCase(Locale.ROOT) + "room";
        var answer = admin.post(
                "custom-fields",
                "{\"object\":\"EVENT\",\"code\":\"" + room
                        + "\",\"type\":\"STRING\",\"labelFr\":\"Salle\",\"listed\":true,\"filterable\":true}");
        field = "custom-fields/" + answer.json().get("id").asText();
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
        admin.with("If-Match", admin.get(field).etag()).delete(field);
    }

    @Test
    void isNotedWithItsPeopleChangedDoneAndFound() {
        visitor.open("/event/new.xhtml?type=MEETING&tier=" + tier);
        assertThat(page.locator("[id='eventForm:subject']")).isFocused();
        page.fill("[id='eventForm:place']", "Nantes");
        page.fill("[id='eventForm:guest']", "pas une adresse");
        page.locator("[id='eventForm:invite']").click();
        visitor.settle();
        assertThat(page.locator(".event-people")).containsText("adresse e-mail");
        page.fill("[id='eventForm:guest']", "invitee@exemple.example");
        page.locator("[id='eventForm:invite']").click();
        visitor.settle();
        assertThat(page.locator(".event-guests li")).hasCount(1);
        assertThat(page.locator("[id='eventForm:place']")).hasValue("Nantes");
        page.locator("[id='eventForm:save']").click();
        visitor.settle();
        assertThat(page.locator("[id='eventForm:subject_error-detail'], .ui-message-error")
                        .first())
                .isVisible();

        page.fill("[id='eventForm:subject']", "Revue annuelle");
        page.locator("[data-custom='" + room + "'] input").fill("Élysée " + room);
        visitor.settle().isAccessible();
        page.locator("[id='eventForm:save']").click();
        page.waitForURL(Pattern.compile(".*/event/record\\.xhtml\\?id=\\d+.*"));
        assertThat(page.locator("main")).containsText("Nantes");
        assertThat(page.locator("main")).containsText("invitee@exemple.example");
        assertThat(page.locator(".custom-groups")).containsText("Élysée");
        visitor.isAccessible().fitsTheWidth();

        page.locator("a[href*='edit=true']").click();
        page.waitForURL(Pattern.compile(".*edit=true.*"));
        page.fill("[id='eventForm:place']", "Rennes");
        page.locator("[id='eventForm:save']").click();
        assertThat(page.locator("main")).containsText("Rennes");

        visitor.open("/event/list.xhtml");
        page.locator(".custom-filters summary").click();
        page.locator("input[name^='custom." + room + "']").first().fill(room);
        page.locator(".list-filters button[type=submit]").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("Revue annuelle");
        page.locator("thead a[href*='sort=custom." + room + "']").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        visitor.settle().isAccessible().fitsTheWidth();
    }

    @Test
    void comesAgainEveryWeekWhenItIsToldTo() {
        var subject = "Point hebdomadaire " + room;
        visitor.open("/event/new.xhtml?type=MEETING&tier=" + tier + "&start=2027-01-04T09:00&end=2027-01-04T10:00");
        page.fill("[id='eventForm:subject']", subject);
        page.locator("[id='eventForm:frequency']").selectOption("WEEKLY");
        visitor.settle();
        page.locator("[id='eventForm:recurrenceEnd']").selectOption("COUNT");
        visitor.settle();
        page.fill("[id='eventForm:count']", "3");
        page.locator("[id='eventForm:count']").dispatchEvent("change");
        visitor.settle();
        assertThat(page.locator(".recurrence-preview li")).hasCount(3);
        assertThat(page.locator("[id='eventForm:subject']")).hasValue(subject);
        page.locator("[id='eventForm:save']").click();
        page.waitForURL(Pattern.compile(".*/event/record\\.xhtml\\?id=\\d+.*"));

        var found =
                admin.get("events?sort=start&q=" + Api.encode(subject)).json().get("items");
        assertThat(found).hasSize(3);
        assertThat(found.get(2).get("start").asText()).isEqualTo("2027-01-18T08:00:00Z");
    }

    @Test
    void isDeletedAfterAQuestionAndIsGoneForTheOther() {
        var id = admin.post("tiers/" + tier + "/events", "{\"type\":\"TASK\",\"subject\":\"À supprimer\"}")
                .json()
                .get("id")
                .asText();
        visitor.open("/event/record.xhtml?id=" + id);
        page.locator("[id='eventActions:done']").click();
        assertThat(page.locator("[id='eventActions:done']")).hasCount(0);
        assertThat(admin.get("events/" + id).json().get("state").asText()).isEqualTo("DONE");
        page.locator("button[data-open-dialog='delete-event']").click();
        page.locator("[id='deleteForm:delete']").click();
        page.waitForURL(Pattern.compile(".*tab=event.*"));
        assertThat(page.locator(".activity")).not().containsText("À supprimer");
        assertThat(admin.get("events/" + id).status()).isEqualTo(404);
    }
}
