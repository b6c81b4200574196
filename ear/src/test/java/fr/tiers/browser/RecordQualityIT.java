package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Each point that is missing leads to where it can be earned. */
@DisplayName("The quality of a tier")
@ExtendWith(InTheWorld.class)
class RecordQualityIT {

    private final Cast cast = new Cast(RecordQualityIT.class);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));

    @Test
    void leadsFromEachMissingPointToItsInput() {
        var unit = cast.unit("UN", null);
        var tier = cast.tier(admin, "Incomplet", unit).get("id").asText();
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES_MANAGER", unit), Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier).page();
            var points = page.locator("#quality .quality-points a").count();
            assertThat(points).isGreaterThan(5);
            var led = new ArrayList<String>();
            for (int i = 0; i < points; i++) {
                visitor.open("/tier/record.xhtml?id=" + tier);
                page.locator("#quality .quality-points a").nth(i).click();
                visitor.settle();
                page.waitForFunction("() => document.activeElement.matches('main :is(input, select, textarea)')");
                led.add(focused(page));
            }
            assertThat(led)
                    .containsAll(List.of("tier:apeCode", "tier:siret", "tier:headcount"))
                    .anyMatch(id -> id.startsWith("tier:turnover"))
                    .anyMatch(id -> id.startsWith("contactForm:"))
                    .anyMatch(id -> id.startsWith("eventForm:"));
        }
    }

    @Test
    void risesWhenThePointIsEarned() {
        var unit = cast.unit("DEUX", null);
        var tier = cast.tier(admin, "Progrès", unit).get("id").asText();
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES_MANAGER", unit), Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier).page();
            assertThat(page.locator(".quality-score")).hasText("0 / 10");
            page.getByText("Renseigner l’effectif").click();
            visitor.settle();
            page.keyboard().type("12");
            page.locator("[id='tier:save']").click();
            assertThat(page.locator(".quality-score")).hasText("1 / 10");
            assertThat(page.getByText("Renseigner l’effectif")).hasCount(0);
        }
        var quality = admin.get("tiers/" + tier + "/quality").json();
        assertThat(quality.get("score").asInt()).isEqualTo(1);
        assertThat(quality.get("points").findValuesAsText("missing")).contains("apeCode", "siret");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.id");
    }
}
