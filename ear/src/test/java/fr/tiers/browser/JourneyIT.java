package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Api;
import fr.tiers.it.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a newcomer does on the first day: sign in, find a company in the official directory, make it a tier, have its figures fetched by
 * the job, record a payment on its invoice, and see that head office got the mail. One journey told in steps: each begins where the one
 * before ended.
 */
@DisplayName("The journey of a newcomer")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    /** A fictitious company of the simulator with published accounts. */
    private static final String SIREN = "999000169";

    private static final Pattern RECORD = Pattern.compile(".*/tier/record\\.xhtml\\?id=(\\d+).*");
    private static final Page.WaitForURLOptions PATIENTLY = new Page.WaitForURLOptions().setTimeout(90_000);

    private Visitor visitor;
    private Page page;
    private String tierId;

    @BeforeAll
    void comeIn() {
        World.get();
        visitor = Visitor.atDesk();
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    @Test
    @Order(1)
    void signsInAsADemonstrationUser() {
        visitor.open("/").picture("login").isAccessible();
        visitor.signIn("admin", "wrong");
        assertThat(page.locator("body")).containsText("incorrect");
        visitor.signIn("admin", "tiers");
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).containsText("Annuaire");
    }

    @Test
    @Order(2)
    void seesTheDemonstrationCompanysTiersAndLooksIntoOne() {
        visitor.open("/tier/list.xhtml").picture("list").isAccessible().fitsTheWidth();
        assertThat(page.locator("table tbody tr").first()).isVisible();
    }

    @Test
    @Order(3)
    void findsACompanyInTheDirectoryAndMakesItATier() {
        visitor.open("/registry/search.xhtml");
        page.fill("#q", SIREN);
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Choisir")))
                .first()
                .click();
        page.locator("[id='import:create']").click();
        page.waitForURL(RECORD, PATIENTLY);
        var match = RECORD.matcher(page.url());
        assertThat(match.matches()).isTrue();
        tierId = match.group(1);
        visitor.settle();
        assertThat(page.locator("main")).containsText("999 000 169");
    }

    @Test
    @Order(4)
    void isWarnedWhenTheSameCompanyIsChosenAgain() {
        visitor.open("/registry/search.xhtml?q=" + SIREN);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Choisir")))
                .first()
                .click();
        assertThat(page.locator("[id='import:createAnyway']")).isVisible();
    }

    @Test
    @Order(5)
    void hasTheFiguresFetchedByTheJobAndFollowsIt() {
        visitor.open("/job/list.xhtml");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Lancer Chiffres clés")))
                .click();
        page.waitForURL(Pattern.compile(".*/job/execution\\.xhtml.*"), PATIENTLY);
        page.getByText(Pattern.compile("Terminé")).first().waitFor(new Locator.WaitForOptions().setTimeout(240_000));
        visitor.settle().picture("job").isAccessible();
    }

    @Test
    @Order(6)
    void readsTheFiguresOnTheRecord() {
        visitor.open("/tier/record.xhtml?id=" + tierId + "&tab=keyfigures");
        assertThat(page.locator("main")).containsText("Infogreffe");
        visitor.picture("record").isAccessible();
    }

    @Test
    @Order(7)
    void recordsAPaymentOnTheInvoiceThatTheErpSent() {
        var tier = Api.basic("admin", "tiers").get("tiers/" + tierId).json();
        var invoice =
                """
                {"tierCode":"%s","number":"FA-NOUVEAU-1","type":"INVOICE","date":"2026-10-01","dueDate":"2026-10-31","currency":"EUR",
                 "lines":[{"lineNumber":1,"label":"Produits d’entretien","quantity":4,"amount":120.50},
                          {"lineNumber":2,"label":"Livraison","quantity":1,"amount":19.90}]}
                """
                        .formatted(tier.get("code").asText());
        assertThat(Api.basic("accounting", "tiers")
                        .put("erp/invoices/JOURNEY-1", invoice)
                        .status())
                .isIn(200, 201);
        visitor.open("/receivable/payment.xhtml?tier=" + tierId);
        page.locator("input[id$=':whole']").first().check();
        assertThat(page.locator("[id='payment:sum']")).containsText("140,40");
        page.locator(".pay-methods label")
                .filter(new Locator.FilterOptions().setHasText("Carte"))
                .click();
        visitor.settle().picture("payment").isAccessible();
        page.locator("[id='payment:review']").click();
        page.locator("[id='payment:record']").click();
        page.waitForURL(Pattern.compile(".*/receivable/payment-detail\\.xhtml.*"), PATIENTLY);
        visitor.settle();
        assertThat(page.locator("main")).containsText(Pattern.compile("140,40"));
    }

    @Test
    @Order(8)
    void seesThatHeadOfficeGotTheMail() {
        page.waitForCondition(
                () -> HeadOffice.hasRead("FA-NOUVEAU-1"), new Page.WaitForConditionOptions().setTimeout(60_000));
        visitor.open("/mail/outbox.xhtml").isAccessible();
        assertThat(page.locator("main")).containsText("Envoyé");
    }
}
