package fr.tiers.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
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

/** The list shows the columns that are chosen, is narrowed by any field, and is kept as a view. */
@DisplayName("Columns, conditions and views of the list of tiers")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TierViewsIT {

    private Cast cast;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        cast = new Cast(TierViewsIT.class);
        var unit = cast.unit("UN", null);
        var login = cast.user("SALES", unit);
        var sales = Cast.tokenOf(login);
        var small = cast.tier(sales, "Petit", unit);
        var large = cast.tier(sales, "Grand", unit);
        for (var tier : new Object[][] {{small, 10}, {large, 5000}}) {
            var path = "tiers/"
                    + ((com.fasterxml.jackson.databind.JsonNode) tier[0])
                            .get("id")
                            .asText();
            sales.with("If-Match", sales.get(path).etag())
                    .patch(path, "{\"turnover\":" + tier[1] + ",\"legalForm\":\"SAS\"}");
        }
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    private static void turnover(Api sales, JsonNode tier, int amount) {
        var path = "tiers/" + tier.get("id").asText();
        sales.with("If-Match", sales.get(path).etag()).patch(path, "{\"turnover\":" + amount + '}');
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator rows() {
        return page.locator(".tier-table tbody tr");
    }

    @Test
    void aListIsArrangedAndKeptAsTheViewThatOpensFirst() {
        visitor.open("/tier/list.xhtml");
        assertThat(rows()).hasCount(2);

        button("Colonnes").click();
        page.locator("#columns-menu")
                .getByLabel("Chiffre d’affaires", new Locator.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#columns-menu").getByLabel("Monter Chiffre d’affaires").click();
        page.locator("#columns-menu").getByText("Appliquer").click();
        assertThat(page).hasURL(Pattern.compile("column=turnover"));
        page.getByRole(
                        AriaRole.COLUMNHEADER,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Chiffre d’affaires")))
                .click();
        assertThat(rows().first()).containsText("Petit");

        button("Filtres").click();
        page.getByLabel("Ajouter un critère").selectOption("turnover");
        page.keyboard().type("1000");
        page.keyboard().press("Enter");
        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).containsText("Grand");
        assertThat(page.locator(".chips")).containsText("Chiffre d’affaires");

        button("Vues").click();
        page.getByLabel("Nom de la vue").fill("Les grands");
        button("Enregistrer").click();
        assertThat(button("Les grands")).isVisible();
        button("Les grands").click();
        page.locator("#views-menu").getByText("Ouvrir par défaut").click();
        assertThat(page.locator("#views-menu")).containsText("Ne plus ouvrir par défaut");

        visitor.open("/tier/list.xhtml");
        assertThat(page).hasURL(Pattern.compile("field.turnover.min=1000"));
        assertThat(rows()).hasCount(1);

        button("Les grands").click();
        page.locator("#views-menu").getByText("Supprimer la vue Les grands").click();
        assertThat(button("Vues")).isVisible();
        assertThat(page).not().hasURL(Pattern.compile("view="));
        visitor.open("/tier/list.xhtml");
        assertThat(rows()).hasCount(2);
    }
}
