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

/** Two records of one company: found side by side, made one, taken apart again. */
@DisplayName("Merging tiers")
@ExtendWith(InTheWorld.class)
class MergeJourneyIT {

    private final Cast cast = new Cast(MergeJourneyIT.class);
    private final String unit = cast.unit("UN", null);
    private final String manager = cast.user("SALES_MANAGER", unit);
    private final String seller = cast.user("SALES", unit);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    private final long survivor = tier("Reste", "0199001111");
    private final long source = tier("Part", "0199002222");

    private long tier(String title, String phone) {
        var answer = admin.post(
                "tiers",
                "{\"name\":\"%s %s\",\"types\":[\"PROSPECT\"],\"salesUnit\":\"%s\",\"phone\":\"%s\"}"
                        .formatted(cast.name(), title, unit, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    @Test
    void fromTheMenuOfTheRecordLineByLineAndBack() {
        admin.post("tiers/" + source + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}");
        try (var visitor = Visitor.atDesk().signIn(manager, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + survivor).page();
            page.locator("[popovertarget=more-menu]").click();
            page.locator("#more-menu").getByText("Fusionner").click();
            page.locator("[id='pick:other_input']").pressSequentially(cast.name() + " Part");
            page.locator(".ui-autocomplete-item").first().click();
            page.locator("[id='pick:compare']").click();
            page.waitForURL(Pattern.compile(".*with=" + source));
            visitor.settle().isAccessible();

            assertThat(page.locator(".merge-volumes")).containsText("Événements");
            var phone = page.locator(
                    ".merge-table tr",
                    new Page.LocatorOptions()
                            .setHas(page.locator(
                                    "th[scope=row]",
                                    new Page.LocatorOptions().setHasText(Pattern.compile("^Téléphone")))));
            assertThat(phone.locator(".merge-result")).containsText("11 11");
            phone.locator("button[id$=take]").click();
            assertThat(phone.locator(".merge-result")).containsText("22 22");
            page.locator("[id='merge:copyAll']").click();
            assertThat(phone.locator(".merge-result")).containsText("11 11");
            page.locator("[id='merge:copyNothing']").click();
            assertThat(phone.locator(".merge-result")).containsText("22 22");
            page.locator("[id='merge:do']").click();
            page.waitForURL(Pattern.compile(".*record.*merge=.*"));
            assertThat(page.locator(".merge-notice")).containsText("Part");
            visitor.settle().isAccessible();

            visitor.open("/tier/record.xhtml?id=" + source);
            assertThat(page.locator(".merge-notice")).containsText("fusionné dans celui-ci");
            assertThat(page.locator("h1")).containsText("Part");

            visitor.open("/merge/list.xhtml?tier=" + survivor).isAccessible();
            page.locator("button[id$=undo]").click();
            assertThat(page.locator(".merge-runs")).containsText("Annulée");
        }
        assertThat(admin.get("tiers/" + source).json().get("phone").asText()).isEqualTo("0199002222");
        assertThat(admin.get("tiers/" + survivor).json().get("phone").asText()).isEqualTo("0199001111");
    }

    @Test
    void fromTheListWithTwoTicked() {
        try (var visitor = Visitor.atDesk().signIn(manager, Cast.PASSWORD)) {
            var page = visitor.open("/tier/list.xhtml?q=" + cast.name()).page();
            var boxes = page.locator("[data-tick]");
            boxes.nth(0).check();
            assertThat(page.locator("[data-merge]")).isHidden();
            boxes.nth(1).check();
            page.locator("[data-merge]").click();
            page.waitForURL(Pattern.compile(".*/merge/new\\.xhtml.*"));
            assertThat(page.locator("[id='merge:do']")).isVisible();
            Locator swap = page.locator(".merge-swap");
            swap.click();
            page.waitForURL(Pattern.compile(".*into=.*with=.*"));
            assertThat(page.locator(".merge-table thead")).containsText(cast.name());
        }
    }

    @Test
    void fitsAPhoneAndIsNotForEverybody() {
        try (var visitor = Visitor.onPhone().signIn(manager, Cast.PASSWORD)) {
            visitor.open("/merge/new.xhtml?into=" + survivor + "&with=" + source)
                    .fitsTheWidth()
                    .isAccessible();
        }
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + survivor).page();
            assertThat(page.locator("#more-menu").getByText("Fusionner")).hasCount(0);
            visitor.open("/merge/new.xhtml?into=" + survivor + "&with=" + source);
            assertThat(page.locator("[id='merge:do']")).hasCount(0);
        }
    }
}
