package fr.tiers.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Addresses and sites as people enter them. */
@DisplayName("Somebody who keeps addresses")
@ExtendWith(InTheWorld.class)
class AddressJourneyIT {

    private Cast cast;
    private String user;
    private String tier;

    @BeforeEach
    void prepare() {
        cast = new Cast(AddressJourneyIT.class);
        var unit = cast.unit("U", null);
        user = cast.user("SALES_MANAGER", unit);
        tier = cast.tier(Cast.as(user), "Adresses", unit).get("id").asText();
    }

    @Test
    void addsAnAddressWithTheTownCompletedThenMovesAndUndoesADeletion() {
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            var page = visitor.page();
            visitor.open("/tier/record.xhtml?id=" + tier + "&tab=address&new=true")
                    .isAccessible();
            page.fill("[id='addressForm:label']", "Entrepôt");
            page.fill("[id='addressForm:line1']", "3 quai de la Loire");
            page.locator("[id='addressForm:city_input']").pressSequentially("nante");
            page.locator("li.ui-autocomplete-item", new Page.LocatorOptions().setHasText("44000 Nantes"))
                    .click();
            assertThat(page.locator("[id='addressForm:postalCode_input']")).hasValue("44000");
            assertThat(page.locator("[id='addressForm:city_input']")).hasValue("Nantes");
            page.locator("label[for='addressForm:usages:1']").click();
            page.locator("[id='addressForm:saveAddress']").click();
            var rows = page.locator("li.address");
            assertThat(rows).hasCount(1);
            assertThat(rows.first()).containsText("44000 Nantes");

            page.getByRole(AriaRole.LINK, named("Déménagement de")).click();
            assertThat(page.locator("[id='addressForm:label']")).hasValue("Entrepôt");
            page.fill("[id='addressForm:on']", "2099-01-01");
            page.fill("[id='addressForm:line1']", "8 rue du Port");
            page.locator("[id='addressForm:saveAddress']").click();
            assertThat(rows).hasCount(2);
            assertThat(page.locator("main")).containsText("Jusqu’au 31/12/2098");

            page.getByRole(AriaRole.BUTTON, named("Supprimer «")).first().click();
            assertThat(rows).hasCount(1);
            page.locator("[id='addresses:undo']").click();
            assertThat(rows).hasCount(2);
            visitor.settle().isAccessible();
        }
    }

    @Test
    void keepsTheHoursOfASiteAndHearsWhatIsWrong() {
        var site = Cast.as(user)
                .post("tiers/" + tier + "/addresses", "{\"label\":\"Usine\",\"usages\":[\"SITE\"]}")
                .json()
                .get("id")
                .asText();
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            var page = visitor.page();
            visitor.open("/address/site.xhtml?id=" + site).isAccessible();
            var monday = page.getByLabel("Lundi");
            monday.fill("8h-12h, 14h-18h30");
            page.locator("[id='site:saveSite']").click();
            assertThat(monday).hasValue("08:00-12:00, 14:00-18:30");
            monday.fill("14:00-12:00");
            page.locator("[id='site:saveSite']").click();
            assertThat(page.locator("#site")).containsText("l’ouverture vient avant la fermeture");
            visitor.open("/address/site.xhtml?id=" + site);
            assertThat(monday).hasValue("08:00-12:00, 14:00-18:30");

            page.fill("[id='exceptions:date']", "2099-12-24");
            page.fill("[id='exceptions:reason']", "Inventaire");
            page.locator("[id='exceptions:addException']").click();
            assertThat(page.locator("#exceptions .site-list li")).containsText("24/12/2099 Fermé Inventaire");
            visitor.open("/address/sites.xhtml?q=" + cast.name());
            assertThat(page.locator("table tbody tr")).hasCount(1);
        }
    }

    private static Page.GetByRoleOptions named(String text) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(text));
    }
}
