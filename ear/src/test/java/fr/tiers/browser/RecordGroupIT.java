package fr.tiers.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How a tier belongs to others: its parent, the tree, relations with a name on each side. */
@DisplayName("The group of a tier")
@ExtendWith(InTheWorld.class)
class RecordGroupIT {

    private final Cast cast = new Cast(RecordGroupIT.class);
    private final String unit = cast.unit("UN", null);
    private final String writer = cast.user("SALES_MANAGER", unit);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    private final String holding = tier("Holding");
    private final String branch = tier("Filiale");

    @Test
    void isATreeWithoutACircle() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = visitor.page();
            chooseParent(visitor, branch, "Holding");
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml.*"));

            visitor.open("/tier/record.xhtml?id=" + holding + "&tab=relation").isAccessible();
            var below = page.locator(".tree a").first();
            assertThat(below).hasText(cast.name() + " Filiale");
            below.click();
            assertThat(page.locator(".tree [aria-current=true]")).hasText(cast.name() + " Filiale");
            assertThat(page.locator(".tree a").first()).hasText(cast.name() + " Holding");

            chooseParent(visitor, holding, "Filiale");
            assertThat(page.locator("main")).containsText("dépend");
            assertThat(page.locator("[id='tier:parent_input']")).hasValue(Pattern.compile(".*Filiale.*"));
        }
        assertThat(admin.get("tiers/" + holding).json().get("parent").isNull()).isTrue();
    }

    private void chooseParent(Visitor visitor, String tier, String parent) {
        var page = visitor.open("/tier/edit.xhtml?id=" + tier).page();
        page.locator("[id='tier:parent_input']").pressSequentially(cast.name() + ' ' + parent);
        page.locator(".ui-autocomplete-item").first().click();
        page.locator("[id='tier:save']").click();
    }

    @Test
    void saysARelationFromBothSidesAndEndsIt() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + holding + "&tab=relation")
                    .page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ajouter une relation"))
                    .click();
            page.locator("[id='relationForm:type']")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Prescripteur de"));
            page.locator("[id='relationForm:other_input']").pressSequentially(cast.name() + " Filiale");
            page.locator(".ui-autocomplete-item").first().click();
            page.fill("[id='relationForm:from']", "2024-02-01");
            page.locator("[id='relationForm:addRelation']").click();
            assertThat(page.locator(".relation")).containsText("Prescripteur de");

            page.locator(".relation a").first().click();
            page.waitForURL(Pattern.compile(".*id=" + branch + ".*"));
            assertThat(page.locator(".relation")).containsText("Prescrit par");
            assertThat(page.locator(".relation")).containsText(cast.name() + " Holding");
            assertThat(page.locator(".relation")).containsText("01/02/2024");

            page.locator(".relation button").click();
            page.locator("[id='relationForm:endRelation']").click();
            assertThat(page.locator(".relation")).isVisible();
            assertThat(page.locator(".edit-panel")).hasCount(0);
        }
        assertThat(admin.get("tiers/" + holding + "/relations")
                        .json()
                        .at("/items/0/to")
                        .asText())
                .matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private String tier(String title) {
        return cast.tier(admin, title, unit).get("id").asText();
    }
}
