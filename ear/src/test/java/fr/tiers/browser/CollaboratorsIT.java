package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Letting somebody work on a tier, sharing it, hiding it, and asking why one sees it. */
@DisplayName("Whoever may assign")
@ExtendWith(InTheWorld.class)
class CollaboratorsIT {

    private final Cast cast = new Cast(CollaboratorsIT.class);

    @Test
    void letsAColleagueInAndSeesWhy() {
        var unit = cast.unit("ICI", null);
        var user = cast.user("SALES", unit);
        var colleague = cast.user("TECHNICIAN", null);
        var tier = cast.tier(Cast.as(user), "Partagé", unit).get("id").asLong();
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier + "&tab=collaborator&new=true")
                    .page();
            page.selectOption("[id='collaboratorForm:user']", colleague);
            page.selectOption("[id='collaboratorForm:type']", "TECHNICIAN");
            button(page, "Ajouter un collaborateur").click();
            visitor.settle();
            assertThat(page.locator("[id='collaborators']")).containsText(colleague);
            visitor.isAccessible();

            try (var other = Visitor.onPhone().signIn(colleague, Cast.PASSWORD)) {
                other.open("/access/why.xhtml?tier=" + tier).fitsTheWidth();
                assertThat(other.page().locator("main")).containsText("Collaborateur : Technicien");
                assertThat(other.page().locator("main")).not().containsText("Qui peut voir ce tiers");
            }

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer " + colleague))
                    .click();
            visitor.settle();
            assertThat(page.locator("[id='collaborators']")).not().containsText(colleague);
        }
    }

    @Test
    void sharesATierOnlyInWholeParts() {
        var unit = cast.unit("UN", null);
        var user = cast.user("SALES", unit);
        var tier = cast.tier(Cast.as(user), "Réparti", unit).get("id").asLong();
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier + "&tab=collaborator")
                    .page();
            button(page, "Modifier les représentants").click();
            visitor.settle();
            page.locator("select[id$='lineUser']").selectOption(user);
            page.locator("input[id$='lineShare']").fill("60");
            button(page, "Enregistrer").click();
            visitor.settle();
            assertThat(page.locator("main")).containsText("elles doivent faire 100 %");

            page.locator("input[id$='lineShare']").fill("100");
            visitor.isAccessible();
            button(page, "Enregistrer").click();
            visitor.settle();
            assertThat(page.locator("main")).containsText("100 %");
            assertThat(page.locator("main")).containsText("Représentants enregistrés");
        }
    }

    @Test
    void isNotOfferedWhatTheRightsForbid() {
        var unit = cast.unit("LIRE", null);
        var tier = cast.tier(Cast.as(cast.user("ADMINISTRATOR", null)), "Lu", unit)
                .get("id")
                .asLong();
        try (var visitor = Visitor.atDesk().signIn(cast.user("READER", unit), Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier + "&tab=collaborator")
                    .page();
            assertThat(page.locator("main")).not().containsText("Rendre confidentiel");
            assertThat(page.locator("main")).not().containsText("Modifier les représentants");
            assertThat(page.locator("main")).not().containsText("Nouveau");
            visitor.open("/tier/edit.xhtml?id=" + tier);
            assertThat(page.locator("body")).containsText("Accès refusé");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
