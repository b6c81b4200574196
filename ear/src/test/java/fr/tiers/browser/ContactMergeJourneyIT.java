package fr.tiers.browser;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Two records of one person: found side by side, made one, taken apart again. */
@DisplayName("Merging contacts")
@ExtendWith(InTheWorld.class)
class ContactMergeJourneyIT {

    private final Cast cast = new Cast(ContactMergeJourneyIT.class);
    private final String unit = cast.unit("UN", null);
    private final String manager = cast.user("SALES_MANAGER", unit);
    private final String seller = cast.user("SALES", unit);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    private final long tier = cast.tier(admin, "employeur", unit).get("id").asLong();
    private final long survivor = person("Reste", "1970-05-04").get("contactId").asLong();
    private final long source = person("Part", "1971-06-05").get("contactId").asLong();

    private JsonNode person(String firstName, String birthday) {
        var answer = admin.post(
                "tiers/" + tier + "/contacts",
                "{\"lastName\":\"%1$s\",\"firstName\":\"%2$s\",\"birthday\":\"%3$s\",\"email\":\"%2$s@example.org\"}"
                        .formatted(cast.name(), firstName, birthday));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    @Test
    void fromTheRecordLineByLineAndBack() {
        admin.post(
                "tiers/" + tier + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\",\"contactId\":" + source + '}');
        try (var visitor = Visitor.atDesk().signIn(manager, Cast.PASSWORD)) {
            var page = visitor.open("/contact/record.xhtml?id=" + survivor).page();
            page.locator(".page-actions a[href*='merge/contact']").click();
            page.locator("[id='pick:other_input']").pressSequentially("Part " + cast.name());
            page.locator(".ui-autocomplete-item").first().click();
            page.locator("[id='pick:compare']").click();
            page.waitForURL(Pattern.compile(".*with=" + source));
            visitor.settle().isAccessible();

            assertThat(page.locator(".merge-volumes")).containsText("Événements");
            var birthday = page.locator(
                    ".merge-table tr",
                    new Page.LocatorOptions()
                            .setHas(page.locator(
                                    "th[scope=row]",
                                    new Page.LocatorOptions().setHasText(Pattern.compile("^Date de naissance")))));
            assertThat(birthday.locator(".merge-result")).containsText("1970");
            birthday.locator("button[id$=take]").click();
            assertThat(birthday.locator(".merge-result")).containsText("1971");
            page.locator("[id='merge:copyAll']").click();
            assertThat(birthday.locator(".merge-result")).containsText("1970");
            page.locator("[id='merge:copyNothing']").click();
            assertThat(birthday.locator(".merge-result")).containsText("1971");
            page.locator("[id='merge:do']").click();
            page.waitForURL(Pattern.compile(".*contact/record.*merge=.*"));
            assertThat(page.locator(".merge-notice")).containsText("Part");
            assertThat(page.locator(".career > li")).hasCount(1);
            visitor.settle().isAccessible();

            visitor.open("/contact/record.xhtml?id=" + source);
            assertThat(page.locator(".merge-notice")).containsText("fusionné dans celui-ci");

            visitor.open("/merge/list.xhtml?contact=" + survivor).isAccessible();
            page.locator("button[id$=undo]").click();
            assertThat(page.locator(".merge-runs")).containsText("Annulée");
        }
        assertThat(admin.get("contacts/" + source).json().get("birthday").asText())
                .isEqualTo("1971-06-05");
        assertThat(admin.get("contacts/" + survivor).json().get("birthday").asText())
                .isEqualTo("1970-05-04");
    }

    @Test
    void fromTheListWithTwoTicked() {
        try (var visitor = Visitor.atDesk().signIn(manager, Cast.PASSWORD)) {
            var page = visitor.open("/contact/list.xhtml?q=" + cast.name()).page();
            var boxes = page.locator("[data-tick]");
            boxes.nth(0).check();
            assertThat(page.locator("[data-merge]")).isHidden();
            boxes.nth(1).check();
            visitor.isAccessible();
            page.locator("[data-merge]").click();
            page.waitForURL(Pattern.compile(".*/merge/contact\\.xhtml.*"));
            assertThat(page.locator("[id='merge:do']")).isVisible();
            page.locator(".merge-swap").click();
            page.waitForURL(Pattern.compile(".*into=.*with=.*"));
            assertThat(page.locator(".merge-table thead")).containsText(cast.name());
        }
    }

    @Test
    void fitsAPhoneAndIsNotForEverybody() {
        try (var visitor = Visitor.onPhone().signIn(manager, Cast.PASSWORD)) {
            visitor.open("/merge/contact.xhtml?into=" + survivor + "&with=" + source)
                    .fitsTheWidth()
                    .isAccessible();
            visitor.open("/contact/list.xhtml?q=" + cast.name()).fitsTheWidth().isAccessible();
        }
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/contact/record.xhtml?id=" + survivor).page();
            assertThat(page.locator(".page-actions a[href*='merge/contact']")).hasCount(0);
            visitor.open("/merge/contact.xhtml?into=" + survivor + "&with=" + source);
            assertThat(page.locator("[id='merge:do']")).hasCount(0);
        }
    }
}
