package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator wants to know of every tier of a type. */
@DisplayName("The required fields of a type")
@ExtendWith(InTheWorld.class)
class RequiredFieldsIT {

    private final Cast cast = new Cast(RequiredFieldsIT.class);
    private final String login = cast.user("ADMINISTRATOR", null);
    private final Api admin = Cast.tokenOf(login);
    private final String type = cast.name().toUpperCase(java.util.Locale.ROOT);

    @Test
    void areChosenByTheAdministratorMarkedOnTheFormAndAskedForWhenAnOldTierIsEdited() {
        create("[]");
        var old = tier("Ancien", "").json().get("id").asText();
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/organisation/tier-types.xhtml").page();
            page.getByLabel("Modifier " + cast.name()).click();
            box(page, "types:requiredFields", "Téléphone").click();
            box(page, "types:requiredFields", "Ville").click();
            visitor.settle().isAccessible();
            page.locator("[id='types:save']").click();
            page.waitForFunction("() => !document.querySelector('.edit-panel')");

            visitor.open("/tier/record.xhtml?id=" + old);
            assertThat(page.locator("h1")).containsText("Ancien");
            visitor.open("/tier/edit.xhtml?id=" + old);
            assertThat(page.locator("[id='tier:phone']")).hasAttribute("aria-required", "true");
            assertThat(page.locator("label[for='tier:phone'][data-star]")).hasCount(1);
            assertThat(page.locator("label[for='tier:email'][data-star]")).hasCount(0);
            page.fill("[id='tier:city']", "Nantes");
            page.locator("[id='tier:save']").click();
            assertThat(page.locator(".form-field:has([id='tier:phone']) .ui-message-error"))
                    .isVisible();
            assertThat(page.locator("[id='tier:phone']")).isFocused();
            page.keyboard().type("01 99 00 00 01");
            page.locator("[id='tier:save']").click();
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml\\?id=" + old));

            // a new one: marked as soon as the type is chosen, and not folded away
            visitor.open("/tier/edit.xhtml?type=PROSPECT");
            assertThat(page.locator("[id='tier:phone']")).isHidden();
            box(page, "tier:types", cast.name()).click();
            assertThat(page.locator("[id='tier:phone']")).isVisible();
            assertThat(page.locator("[id='tier:phone']")).hasAttribute("aria-required", "true");
        }
    }

    /** PrimeFaces lays its own box over the input; the label is what one clicks. */
    private static Locator box(Page page, String group, String label) {
        return page.locator("[id='" + group + "'] label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")));
    }

    @Test
    void areNamedByRest() {
        create("[\"siret\",\"address.city\"]");

        var refused = admin.post("tiers", "{\"name\":\"%s\",\"types\":[\"%s\"]}".formatted(cast.name(), type));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("siret", "address.city");
        assertThat(refused.json().get("violations").findValuesAsText("code")).containsOnly("required");
        assertThat(admin.get("tier-types/" + type).json().get("requiredFields")).hasSize(2);

        var prospect = "tiers/" + cast.tier(admin, "Prospect", null).get("id").asText();
        var change = admin.with("If-Match", admin.get(prospect).etag())
                .patch(prospect, "{\"types\":[\"PROSPECT\",\"%s\"],\"address\":{\"city\":\"Nantes\"}}".formatted(type));
        assertThat(change.status()).isEqualTo(400);
        assertThat(change.json().get("violations").findValuesAsText("field")).containsExactly("siret");

        var wrong = admin.with("If-Match", admin.get("tier-types/" + type).etag())
                .put("tier-types/" + type, body("[\"colour\"]"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("requiredFields");
    }

    private void create(String required) {
        var answer = admin.post("tier-types", body(required));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String body(String required) {
        return """
                {"code":"%s","function":"NONE","labelFr":"%s","labelEn":"%s","colour":"teal","icon":"pi-link","requiredFields":%s}
                """
                .formatted(type, cast.name(), cast.name(), required);
    }

    private Api.Answer tier(String title, String more) {
        var answer = admin.post(
                "tiers", "{\"name\":\"%s %s\",\"types\":[\"%s\"]%s}".formatted(cast.name(), title, type, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }
}
