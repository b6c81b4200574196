package fr.tiers.browser;

import com.microsoft.playwright.Page;
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

/** Noting a call or a mail from beside the number or the address, and beginning something new from anywhere. */
@DisplayName("The quick entry")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickEntryIT {

    private static final Pattern FORM = Pattern.compile(".*/event/new\\.xhtml\\?.*");

    private Api api;
    private Visitor visitor;
    private Page page;
    private String tier;
    private String contact;
    private String name;

    @BeforeAll
    void comeIn() {
        var cast = new Cast(QuickEntryIT.class);
        var unit = cast.unit("A", null);
        var login = cast.user("SALES", unit);
        name = cast.name();
        api = Cast.tokenOf(login);
        tier = cast.tier(api, "Appelée", unit).get("id").asText();
        var answer = api.post(
                "tiers/" + tier + "/contacts",
                "{\"firstName\":\"Jeanne\",\"lastName\":\"" + name
                        + "\",\"phone\":\"0240123456\",\"email\":\"jeanne@exemple.example\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        contact = answer.json().get("contactId").asText();
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private com.fasterxml.jackson.databind.JsonNode found(String subject) {
        return api.get("events?q=" + Api.encode(subject)).json().get("items").get(0);
    }

    @Test
    void notesACallInTwoClicksFromTheNumberAndIsBackWhereOneWas() {
        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact");
        page.locator(".person-reach .note-link").first().click();
        page.waitForURL(FORM);
        assertThat(page.locator("[id='eventForm:subject']")).isFocused();
        assertThat(page.locator("[id='eventForm:type']")).hasValue("CALL");
        assertThat(page.locator("[id='eventForm:contactId']")).hasValue(contact);
        assertThat(page.locator("[id='eventForm:direction']")).hasValue("OUT");
        visitor.isAccessible();
        page.keyboard().type("Rappel de Jeanne " + name);
        page.locator("[id='eventForm:save']").click();

        page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml\\?id=" + tier + "&tab=contact"));
        assertThat(page.locator("#messages")).containsText("Rappel de Jeanne");
        var call = found("Rappel de Jeanne " + name);
        assertThat(call.get("tierId").asText()).isEqualTo(tier);
        assertThat(call.get("contactId").asText()).isEqualTo(contact);
        assertThat(call.get("state").asText()).isEqualTo("DONE");
        assertThat(call.get("call").get("direction").asText()).isEqualTo("OUT");
        assertThat(call.get("call").get("phone").asText()).contains("40123456");
        visitor.isAccessible();
    }

    @Test
    void notesAMailFromTheContactWhosePageThenShowsIt() {
        visitor.open("/contact/record.xhtml?id=" + contact);
        page.locator("a[href^='mailto:'] + .note-link").first().click();
        page.waitForURL(FORM);
        assertThat(page.locator("[id='eventForm:type']")).hasValue("EMAIL");
        page.keyboard().type("Devis envoyé " + name);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/contact/record\\.xhtml\\?id=" + contact));
        assertThat(page.locator("#events")).containsText("Devis envoyé " + name);
        visitor.settle().isAccessible().fitsTheWidth();

        page.locator("#events .section-head a").click();
        page.waitForURL(FORM);
        assertThat(page.locator("[id='eventForm:contactId']")).hasValue(contact);
        page.locator(".form-actions a").click();
        page.waitForURL(Pattern.compile(".*/contact/record\\.xhtml\\?id=" + contact));
    }

    @Test
    void beginsFromTheTopBarByKeyboardWithTheTierOfTheRecord() {
        visitor.open("/tier/record.xhtml?id=" + tier);
        page.locator(".new-button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#new-anything")).isVisible();
        visitor.isAccessible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(FORM);
        assertThat(page.locator("[id='eventForm:tier_input']")).hasValue(Pattern.compile("Appelée.*|.*" + name + ".*"));
    }

    @Test
    void saysLaterWhatACallWasAbout() {
        var event = api.post("events", "{\"type\":\"CALL\",\"subject\":\"Inconnu au bout du fil " + name + "\"}")
                .json();
        visitor.open("/event/record.xhtml?edit=true&id=" + event.get("id").asText());
        page.locator("[id='eventForm:tier_input']").pressSequentially(name);
        page.locator(".ui-autocomplete-item").first().click();
        visitor.settle();
        page.locator("[id='eventForm:contactId']").selectOption(contact);
        visitor.settle();
        page.locator("[id='eventForm:save']").click();
        page.waitForURL(Pattern.compile(".*/event/record\\.xhtml\\?id=\\d+$"));
        assertThat(page.locator(".event-details")).containsText("Jeanne");
        assertThat(found("Inconnu au bout du fil " + name).get("tierId").asText())
                .isEqualTo(tier);
    }

    @Test
    void isWithinReachOfAThumb() {
        try (var phone =
                Visitor.onPhone().signIn(api.get("me").json().get("login").asText(), Cast.PASSWORD)) {
            phone.open("/tier/record.xhtml?id=" + tier + "&tab=contact").fitsTheWidth();
            var box = phone.page().locator(".person-reach .note-link").first().boundingBox();
            assertThat(Math.min(box.width, box.height)).isGreaterThanOrEqualTo(44);
            phone.page().locator(".new-button").tap();
            phone.page().locator("#new-anything a").first().tap();
            phone.page().waitForURL(FORM);
            phone.fitsTheWidth();
        }
    }
}
