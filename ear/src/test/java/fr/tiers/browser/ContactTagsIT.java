package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A contact is tagged on his or her page; the list is filtered by it. */
@DisplayName("Tags of contacts")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactTagsIT {

    private Cast cast;
    private Api sales;
    private Visitor visitor;
    private Page page;
    private String tier;

    @BeforeAll
    void comeIn() {
        cast = new Cast(ContactTagsIT.class);
        var unit = cast.unit("UN", null);
        var login = cast.user("SALES", unit);
        sales = Cast.tokenOf(login);
        tier = cast.tier(sales, "Étiquettes", unit).get("id").asText();
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private String contact(String lastName) {
        var answer = sales.post("tiers/" + tier + "/contacts", "{\"lastName\":\"" + cast.name() + lastName + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("contactId").asText();
    }

    private String label(String word) {
        return cast.name() + ' ' + word;
    }

    @Test
    void areHungOnOnThePageAndFilterTheListByAnyAllAndNone() {
        var alpha = contact("Alpha");
        var bravo = contact("Bravo");
        contact("Charlie");
        tag(alpha, label("Salon"), label("Vœux"));
        tag(bravo, label("Vœux"));
        assertThat(worn()).hasText(label("Vœux"));
        visitor.settle().isAccessible().fitsTheWidth();

        shows("tag", label("Salon"), "Alpha");
        assertThat(page.locator(".tag-chips .chip")).containsText(label("Salon"));
        assertThat(page.locator("tbody .tag-pills .pill")).hasText(new String[] {label("Salon"), label("Vœux")});
        visitor.settle().isAccessible().fitsTheWidth();
        shows("tag", label("Vœux"), "Alpha", "Bravo");
        page.locator(".tag-chips .chip a").last().click();
        assertThat(names()).hasCount(3);
        shows("tagAll", label("Vœux"), "Alpha", "Bravo");
        shows("tagNone", label("Salon"), "Bravo", "Charlie");
    }

    @Test
    void areTakenOffAgainAndAWordTwiceIsOnce() {
        var delta = contact("Delta");
        tag(delta, label("Fax"), label("fax"));
        assertThat(worn()).hasCount(1);
        page.locator(".tag-drop").click();
        assertThat(worn()).hasCount(0);
        page.locator("[id='tagForm:add']").click();
        assertThat(page.locator("[id='tagForm'] .ui-message-error")).isVisible();
        visitor.settle().isAccessible();
        // the form below goes on with the version that the tags have left
        visitor.open("/contact/record.xhtml?id=" + delta + "&edit=person");
        put(label("Fax"));
        page.locator("input[id$=':firstName']").fill("Anne");
        page.locator("button[id$=':savePerson']").click();
        assertThat(page.locator("h1")).containsText("Anne");
        assertThat(worn()).hasText(label("Fax"));
    }

    private void tag(String contact, String... labels) {
        visitor.open("/contact/record.xhtml?id=" + contact);
        List.of(labels).forEach(this::put);
    }

    private void put(String label) {
        var start = page.locator("[id='tagForm:start']");
        var input = page.locator("[id='tagForm:label_input']");
        if (start.isVisible()) {
            start.click();
        }
        input.fill(label);
        page.locator("[id='tagForm:add']").click();
        assertThat(input).hasValue("");
        // the page gives it the focus a moment later, and would take it from an input that is filled meanwhile
        assertThat(input).isFocused();
    }

    private Locator worn() {
        return page.locator("[id='tagForm'] .tag");
    }

    /** Asks for the condition alone, of those of this test. */
    private void shows(String condition, String label, String... lastNames) {
        visitor.open("/contact/list.xhtml?q=" + cast.name());
        page.locator(".tag-filters summary").click();
        page.locator("input[name='" + condition + "'][type='text']").fill(label);
        page.locator(".list-filters button[type=submit]").click();
        var expected = new String[lastNames.length];
        for (int i = 0; i < lastNames.length; i++) {
            expected[i] = cast.name() + lastNames[i];
        }
        assertThat(page.locator(".tag-chips .chip")).hasCount(1);
        assertThat(names()).hasText(expected);
    }

    private Locator names() {
        return page.locator("tbody .c-main .row-link");
    }
}
