package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A couple: two private persons, one home, one of them the main contact. */
@DisplayName("A household")
@ExtendWith(InTheWorld.class)
class RecordHouseholdIT {

    private static final Pattern RECORD = Pattern.compile(".*/tier/record\\.xhtml\\?id=\\d+$");

    private final Cast cast = new Cast(RecordHouseholdIT.class);
    private final String login = cast.user("ADMINISTRATOR", null);
    private final Api admin = Cast.tokenOf(login);

    @Test
    void ofACoupleHasOneHomeTwoPeopleAndOneMainContactWhoseNameIsTheSameEverywhere() {
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.page();
            var home = household(visitor);
            var lucie = individual(visitor, "Lucie");
            var paul = individual(visitor, "Paul");
            moveIn(visitor, lucie);
            moveIn(visitor, paul);

            visitor.open("/tier/record.xhtml?id=" + home + "&tab=contact");
            assertThat(person(page, "Lucie")).containsText("Principal");
            assertThat(person(page, "Paul")).not().containsText("Principal");
            assertThat(page.locator(".people .person")).hasCount(2);
            visitor.open("/tier/record.xhtml?id=" + home);
            assertThat(page.locator(".record-summary")).containsText("3 rue des Lilas");

            // the tier of the person tells the person …
            visitor.open("/tier/edit.xhtml?id=" + lucie);
            page.fill("[id='tier:firstName']", "Lucile");
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
            visitor.open("/tier/record.xhtml?id=" + home + "&tab=contact");
            assertThat(person(page, "Lucile")).containsText("Principal");

            // one main contact: who becomes it takes it from the other
            page.getByLabel("Modifier Paul " + cast.name()).click();
            page.locator("[id='contactForm:main']").check();
            page.locator("[id='contactForm:addContact']").click();
            assertThat(person(page, "Paul")).containsText("Principal");
            assertThat(person(page, "Lucile")).not().containsText("Principal");

            // … and the person tells the tier
            person(page, "Paul").locator(".row-link").click();
            visitor.settle();
            visitor.open(page.url().replaceAll(".*/tiers/contact", "/contact") + "&edit=person");
            page.fill("[id='personForm:firstName']", "Paulin");
            page.locator("[id='personForm:savePerson']").click();
            assertThat(page.locator("h1")).containsText("Paulin");
            assertThat(admin.get("tiers/" + paul).json().get("firstName").asText())
                    .isEqualTo("Paulin");
        }
    }

    private String household(Visitor visitor) {
        var page = visitor.open("/tier/edit.xhtml?type=CUSTOMER").page();
        page.getByLabel("Foyer").check();
        assertThat(page.locator("[id='tier:siret']")).hasCount(0);
        page.fill("[id='tier:name']", "Foyer " + cast.name());
        open(page, "address-section");
        page.fill("[id='tier:line1']", "3 rue des Lilas");
        page.fill("[id='tier:postalCode']", "44000");
        page.fill("[id='tier:city']", "Nantes");
        return saved(page);
    }

    private String individual(Visitor visitor, String firstName) {
        var page = visitor.open("/tier/edit.xhtml?type=CUSTOMER").page();
        page.getByLabel("Particulier").check();
        page.locator("[id='tier:lastName']").fill(cast.name());
        page.fill("[id='tier:firstName']", firstName);
        return saved(page);
    }

    private static String saved(Page page) {
        page.locator("[id='tier:save']").click();
        page.waitForURL(RECORD);
        return page.url().replaceAll(".*id=", "");
    }

    /** The person behind the tier becomes a contact of the household too. */
    private void moveIn(Visitor visitor, String tier) {
        var page =
                visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact").page();
        page.locator(".people .row-link").first().click();
        page.waitForURL(Pattern.compile(".*/contact/record\\.xhtml.*"));
        visitor.open(page.url().replaceAll(".*/tiers/contact", "/contact") + "&edit=new");
        page.locator("[id='employerForm:tierId_input']").pressSequentially("Foyer " + cast.name());
        page.locator(".ui-autocomplete-item").first().click();
        page.locator("[id='employerForm:saveEmployer']").click();
        page.waitForURL(Pattern.compile(".*/contact/record\\.xhtml\\?id=\\d+$"));
        assertThat(page.locator("main")).containsText("Foyer " + cast.name());
    }

    private static void open(Page page, String section) {
        page.locator("#" + section).evaluate("part => part.setAttribute('open', '')");
    }

    private static Locator person(Page page, String firstName) {
        return page.locator(".people .person").filter(new Locator.FilterOptions().setHasText(firstName + ' '));
    }
}
