package fr.tiers.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The list on the map and back, with the same conditions and the same frame. */
@DisplayName("Map of tiers")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapJourneyIT {

    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        var cast = new Cast(MapJourneyIT.class);
        var unit = cast.unit("UN", null);
        var login = cast.user("SALES", unit);
        var sales = Cast.tokenOf(login);
        placed(sales, cast.tier(sales, "Lyonnais", unit), 45.76, 4.84);
        placed(sales, cast.tier(sales, "Parisien", unit), 48.86, 2.35);
        cast.tier(sales, "Nulle part", unit);
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    private static void placed(Api sales, JsonNode tier, double latitude, double longitude) {
        var path = "tiers/" + tier.get("id").asText();
        sales.with("If-Match", sales.get(path).etag())
                .patch(path, "{\"address\":{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "}}");
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    @Test
    void theListGoesToTheMapAndComesBackWithItsFrame() {
        visitor.open("/tier/list.xhtml?type=PROSPECT");
        page.locator("[data-to-map]").click();
        assertThat(page.locator("#map .map-pin")).hasCount(2);
        assertThat(page.locator("#map .leaflet-ground-pane svg")).isVisible();
        assertThat(page.locator("[data-map-total]")).hasText("Tiers dans le cadre : 2");
        assertThat(page.locator("[data-map-unplaced]")).hasText("Sans coordonnées : 1");
        assertThat(page.locator("[data-map-legend]")).containsText("Prospect (2)");
        page.locator("[data-map-colour]").selectOption("visit");
        assertThat(page.locator("[data-map-legend]")).containsText("Jamais visité (2)");

        // around Lyon by the URL, as a colleague would get it
        visitor.open("/tier/map.xhtml?type=PROSPECT&bbox=4.5,45.5,5.2,46");
        assertThat(page.locator("#map .map-pin")).hasCount(1);
        assertThat(page.locator("[data-map-rows] tr")).hasCount(1);
        page.locator("[data-to-list]").first().click();
        assertThat(page).hasURL(Pattern.compile("list\\.xhtml\\?type=PROSPECT&bbox=4"));
        assertThat(page.locator(".filter-total")).hasText("1 tiers");
        assertThat(page.locator(".chips")).containsText("Cadre de la carte");
    }

    @Test
    void aPinOpensThePreviewByMouseAndByKeyboard() {
        visitor.open("/tier/map.xhtml?bbox=4.5,45.5,5.2,46");
        page.locator("#map [data-tier]").click();
        assertThat(page.locator("#preview h2").first()).containsText("Lyonnais");
        page.locator("[data-preview-close]").click();
        assertThat(page.locator("#preview")).isHidden();
        page.locator("#map [data-tier]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#preview h2").first()).containsText("Lyonnais");
    }

    @Test
    void aRadiusAndADrawnZoneNarrowTheList() {
        visitor.open("/tier/map.xhtml?bbox=4.5,45.5,5.2,46");
        assertThat(page.locator("#map .map-pin")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Autour du centre"))
                .click();
        assertThat(page.locator(".chips")).containsText("À moins de 20 km du point choisi");
        assertThat(page.locator("#map .map-zone")).hasCount(1);
        page.getByText("Effacer la zone").click();
        assertThat(page.locator("#map .map-zone")).hasCount(0);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dessiner une zone"))
                .click();
        var box = page.locator("#map").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x - 150, y - 150);
        page.mouse().down();
        page.mouse().move(x + 150, y - 150);
        page.mouse().move(x + 150, y + 150);
        page.mouse().move(x - 150, y + 150);
        page.mouse().up();
        assertThat(page.locator(".chips")).containsText("Zone dessinée");
        assertThat(page.locator("[data-map-total]")).hasText("Tiers dans le cadre : 1");
    }
}
