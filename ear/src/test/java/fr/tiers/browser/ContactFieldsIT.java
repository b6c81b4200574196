package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A custom field of contacts from the form to the record and the list, with a condition. */
@DisplayName("Custom fields of contacts")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactFieldsIT {

    private static final String LABEL = "Anniversaire de mariage";

    private final List<String> defined = new ArrayList<>();
    private Cast cast;
    private Api admin;
    private Visitor visitor;
    private Page page;
    private String married;
    private String wedding;

    @BeforeAll
    void comeIn() {
        cast = new Cast(ContactFieldsIT.class);
        var login = cast.user("ADMINISTRATOR", null);
        admin = Cast.tokenOf(login);
        var name = cast.name().toLowerCase(Locale.ROOT);
        married = name + "m";
        wedding = name + "w";
        define("\"code\":\"" + married + "\",\"type\":\"BOOLEAN\",\"labelFr\":\"Marié\"");
        define("\"code\":\"" + wedding + "\",\"type\":\"DATE\",\"labelFr\":\"" + LABEL
                + "\",\"listed\":true,\"filterable\":true,\"required\":true,"
                + "\"visible\":{\"field\":\"custom." + married + "\",\"op\":\"EQ\",\"value\":true}");
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    private void define(String rest) {
        var answer = admin.post("custom-fields", "{\"object\":\"CONTACT\"," + rest + '}');
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        defined.add(0, "custom-fields/" + answer.json().get("id").asText());
    }

    /** Other tests see contacts without these fields. */
    @AfterAll
    void leave() {
        visitor.close();
        defined.forEach(field -> admin.with("If-Match", admin.get(field).etag()).delete(field));
    }

    @Test
    void isAskedForWhenItsConditionHoldsThenSeenAndFilteredBy() {
        var tier = cast.tier(admin, "Mariage", null).get("id").asText();
        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact&new=true");
        page.fill("[id='contactForm:lastName']", "Noce");
        assertThat(field(wedding)).isHidden();
        page.locator("[data-custom='" + married + "'] select").selectOption("true");
        assertThat(field(wedding)).isVisible();
        assertThat(page.locator("[id='contactForm:lastName']")).hasValue("Noce");
        page.locator("[id='contactForm:addContact']").click();
        assertThat(page.locator(".custom-error")).containsText("Obligatoire");
        page.locator("[data-custom='" + wedding + "'] input").fill("2011-06-18");
        visitor.settle().isAccessible();
        page.locator("[id='contactForm:addContact']").click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Noce").setExact(true))
                .click();

        assertThat(page.locator(".custom-groups")).containsText(LABEL);
        assertThat(page.locator(".custom-groups")).containsText("18/06/2011");
        visitor.settle().isAccessible().fitsTheWidth();

        visitor.open("/contact/list.xhtml");
        page.locator(".custom-filters summary").click();
        page.locator("input[name='custom." + wedding + ".min']").fill("2011-06-18");
        page.locator(".list-filters button[type=submit]").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("18/06/2011");
        visitor.settle().isAccessible().fitsTheWidth();

        visitor.open("/customfield/list.xhtml?object=CONTACT");
        assertThat(page.locator("tbody")).containsText(LABEL);
        visitor.settle().isAccessible().fitsTheWidth();
    }

    private Locator field(String code) {
        return page.locator("[data-custom='" + code + "']");
    }
}
