package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Administered lists, kept on their pages. */
@DisplayName("An administrator")
@ExtendWith(InTheWorld.class)
class ListsIT {

    private final Cast cast = new Cast(ListsIT.class);

    @ParameterizedTest
    @CsvSource({
        "/contact/job-families.xhtml, Nouvelle famille",
        "/address/habilitation-types.xhtml, Nouveau type",
        "/document/categories.xhtml, Nouvelle catégorie",
        "/collaborator/types.xhtml, Nouveau type",
        "/organisation/tier-types.xhtml, Nouveau type",
        "/relation/types.xhtml, Nouveau type",
        "/event/types.xhtml, Nouveau type"
    })
    void addsRenamesAndDeletesAnEntry(String path, String add) {
        var code = cast.name();
        var name = "Énergie " + code;
        try (var visitor = administrator()) {
            var page = visitor.open(path).page();
            button(page, add).click();
            visitor.settle();
            assertThat(input(page, "labelFr")).isFocused();
            input(page, "labelFr").fill(name);
            input(page, "position").fill("  45 ");
            button(page, "Enregistrer").click();
            visitor.settle();
            assertThat(page.locator("main")).containsText("Obligatoire");
            assertThat(input(page, "position")).hasValue("45");

            input(page, "labelEn").fill("Energy");
            input(page, "code").fill(code);
            if (path.startsWith("/relation/")) {
                page.getByLabel("Les deux côtés se lisent pareil").check();
            }
            button(page, "Enregistrer").click();
            visitor.settle();
            assertThat(page.locator("main")).containsText("« " + name + " » est enregistré.");

            button(page, "Modifier " + name).click();
            visitor.settle();
            assertThat(input(page, "code")).isDisabled();
            assertThat(input(page, "position")).hasValue("45");
            input(page, "labelFr").fill(name + " bis");
            visitor.isAccessible();
            button(page, "Enregistrer").click();
            visitor.settle();
            button(page, "Modifier " + name + " bis").click();
            visitor.settle();
            button(page, "Supprimer " + name + " bis").click();
            visitor.settle();
            assertThat(page.locator("main")).containsText("est supprimé.");
            assertThat(page.locator("tbody")).not().containsText(code);
        }
    }

    @Test
    void isToldThatTheFamilyOfTheManagementStays() {
        try (var visitor = administrator()) {
            var page = visitor.open("/contact/job-families.xhtml").page();
            button(page, "Modifier Direction générale").click();
            visitor.settle();
            button(page, "Supprimer Direction générale").click();
            visitor.settle();
            assertThat(page.locator("#messages")).containsText("est utilisée : désactivez-la");
            assertThat(page.locator("tbody")).containsText("MANAGEMENT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organisation/index.xhtml",
                "/contact/job-families.xhtml",
                "/document/categories.xhtml",
                "/tag/list.xhtml",
                "/customfield/list.xhtml"
            })
    void seesTheAdministrationLitOnItsPages(String path) {
        try (var visitor = administrator()) {
            assertThat(visitor.open(path).page().locator("#navigation [aria-current=page]"))
                    .hasText("Administration");
        }
    }

    private Visitor administrator() {
        return Visitor.atDesk().signIn(cast.user("ADMINISTRATOR", null), Cast.PASSWORD);
    }

    private static Locator input(Page page, String id) {
        return page.locator("[id='types:" + id + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
