package fr.tiers.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The pages of the list are turned from both ends, and a record leads to its neighbours in the list it was opened from. */
@DisplayName("Through the list of tiers, page by page and record by record")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPagesIT {

    private static final int TIERS = 60;

    private Cast cast;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        cast = new Cast(ListPagesIT.class);
        var unit = cast.unit("UN", null);
        var login = cast.user("SALES", unit);
        var sales = Cast.tokenOf(login);
        for (int i = 1; i <= TIERS; i++) {
            cast.tier(sales, "T%02d".formatted(i), unit);
        }
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void showsFrom(int number, int rows) {
        assertThat(page.locator(".tier-table tbody tr")).hasCount(rows);
        assertThat(page.locator(".tier-table .row-link").first()).containsText("T%02d".formatted(number));
    }

    @Test
    void pagesAreTurnedForwardsBackwardsToTheEndAndToANumber() {
        visitor.open("/tier/list.xhtml").isAccessible();
        showsFrom(1, 25);
        follow("Page suivante");
        showsFrom(26, 25);
        assertThat(page).hasURL(Pattern.compile("page=2&after="));
        assertThat(page.locator(".list-pager")).containsText("26–50 sur 60");
        follow("Dernière page");
        showsFrom(51, 10);
        follow("Page précédente");
        showsFrom(26, 25);
        follow("Page précédente");
        showsFrom(1, 25);
        page.getByLabel("Page", new Page.GetByLabelOptions().setExact(true)).fill("3");
        page.keyboard().press("Enter");
        showsFrom(51, 10);
        follow("50 par page");
        showsFrom(1, 50);
        assertThat(page).hasURL(Pattern.compile("size=50$"));
        visitor.open("/tier/list.xhtml?page=-2");
        showsFrom(11, 25);
        visitor.open("/tier/list.xhtml?page=4000");
        showsFrom(36, 25);
    }

    @Test
    void sortingByAHeadGoesBackToTheBeginning() {
        visitor.open("/tier/list.xhtml?page=2");
        page.locator(".tier-table th.c-name").click();
        showsFrom(TIERS, 25);
        assertThat(page).hasURL(Pattern.compile("\\?sort=-name$"));
        assertThat(page.locator(".list-pager")).containsText("1–25 sur 60");
        follow("Page suivante");
        showsFrom(TIERS - 25, 25);
    }

    @Test
    void aColumnThatIsNotShownSortsAsWell() {
        visitor.open("/tier/list.xhtml?sort=-turnover");
        assertThat(page.locator(".tier-table tbody tr")).hasCount(25);
        follow("Page suivante");
        assertThat(page.locator(".list-pager")).containsText("26–50 sur 60");
        assertThat(page).hasURL(Pattern.compile("sort=-turnover"));
    }

    @Test
    void aRecordLeadsToItsNeighboursByLinkAndByKey() {
        visitor.open("/tier/list.xhtml?sort=-name");
        page.locator(".tier-table .row-link").first().click();
        assertThat(page.locator("h1")).containsText("T60");
        assertThat(page.locator(".record-steps [rel=prev]")).hasCount(0);
        visitor.isAccessible();

        page.keyboard().press("Alt+ArrowDown");
        assertThat(page.locator("h1")).containsText("T59");
        page.locator(".record-steps [rel=next]").click();
        assertThat(page.locator("h1")).containsText("T58");
        page.locator(".tabs a[href*='tab=contact']").click();
        assertThat(page).hasURL(Pattern.compile("tab=contact"));
        page.locator("h1").click();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(page.locator("h1")).containsText("T59");
        assertThat(page).hasURL(Pattern.compile("tab=contact"));
    }

    @Test
    void aRecordThatWasNotOpenedFromAListHasNoNeighbours() {
        visitor.open("/tier/list.xhtml");
        var id = page.locator("[data-preview]").first().getAttribute("data-preview");
        visitor.open("/tier/record.xhtml?id=" + id);
        assertThat(page.locator(".record-steps")).hasCount(0);
    }
}
