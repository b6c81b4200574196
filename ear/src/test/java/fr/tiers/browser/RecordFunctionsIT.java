package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a tier is to us: customer and supplier on one record, and the way from prospect to customer. */
@DisplayName("The functions of a tier")
@ExtendWith(InTheWorld.class)
class RecordFunctionsIT {

    private static final Pattern RECORD = Pattern.compile(".*/tier/record\\.xhtml\\?id=(\\d+)$");

    private final Cast cast = new Cast(RecordFunctionsIT.class);
    private String unit;
    private String writer;
    private Api admin;

    @BeforeEach
    void prepare() {
        unit = cast.unit("UN", null);
        writer = cast.user("SALES_MANAGER", unit);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void aCustomerThatIsASupplierTooHasACodeAndABlockForEach() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml?type=CUSTOMER").page();
            page.fill("[id='tier:name']", cast.name() + " Négoce");
            type(page, "Fournisseur").click();
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
            var tier = page.url().replaceAll(".*id=", "");

            visitor.open("/tier/record.xhtml?id=" + tier + "&tab=function").isAccessible();
            code(page, "Client", cast.name() + "-C");
            code(page, "Fournisseur", cast.name() + "-F");
            assertThat(block(page, "customer")).containsText(cast.name() + "-C");
            assertThat(block(page, "customer")).containsText("411");
            assertThat(block(page, "supplier")).containsText(cast.name() + "-F");
            assertThat(block(page, "supplier")).containsText("401");
            isMarked(page, "customer", "pi-star");
            isMarked(page, "supplier", "pi-truck");
            assertThat(colour(block(page, "customer"))).isNotEqualTo(colour(block(page, "supplier")));

            page.getByLabel("Client", new Page.GetByLabelOptions().setExact(true))
                    .check();
            shows(page, true, false);
            page.getByLabel("Fournisseur", new Page.GetByLabelOptions().setExact(true))
                    .check();
            shows(page, false, true);
            page.getByLabel("Tout afficher").check();
            shows(page, true, true);
        }
    }

    /** PrimeFaces lays its own box over the input; the label is what one clicks. */
    private static Locator type(Page page, String label) {
        return page.locator("[id='tier:types'] label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$")));
    }

    private static void code(Page page, String function, String code) {
        page.getByLabel("Modifier : " + function).click();
        page.locator("[id='functionForm:code']").fill(code);
        page.locator("[id='functionForm:save']").click();
        page.waitForURL(Pattern.compile(".*tab=function"));
        assertThat(page.locator("[id='functionForm:code']")).hasCount(0);
    }

    private static Locator block(Page page, String function) {
        return page.locator(".function-block.of-" + function);
    }

    /** By colour, by a symbol and in the legend: never by colour alone. */
    private static void isMarked(Page page, String function, String icon) {
        assertThat(block(page, function).locator("h2 ." + icon)).hasCount(1);
        assertThat(page.locator(".function-legend .of-" + function + " ." + icon))
                .hasCount(1);
    }

    private static String colour(Locator block) {
        return (String) block.evaluate("block => getComputedStyle(block).borderLeftColor");
    }

    private static void shows(Page page, boolean customer, boolean supplier) {
        assertThat(block(page, "customer"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setVisible(customer));
        assertThat(block(page, "supplier"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setVisible(supplier));
        assertThat(block(page, "common")).isVisible();
    }

    @Test
    void aProspectIsConvertedFromItsRecordAndNeverBack() {
        var tier = tier("Espoir", "PROSPECT");
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier + "&tab=function")
                    .page();
            page.locator("[id='convertForm:toCustomer']").click();
            assertThat(block(page, "customer")).isVisible();
            assertThat(page.locator("[id='convertForm:toCustomer']")).hasCount(0);

            visitor.open("/tier/edit.xhtml?id=" + tier);
            type(page, "Client").click();
            type(page, "Prospect").click();
            page.locator("[id='tier:save']").click();
            assertThat(page.locator("main")).containsText("un client ne redevient ni prospect");
        }
        assertThat(types(tier)).isEqualTo("[\"CUSTOMER\"]");
    }

    @Test
    void severalAreConvertedFromTheListEachWithItsOutcome() {
        convertSeveral(Visitor.atDesk());
    }

    @Test
    void severalAreConvertedOnAPhoneToo() {
        convertSeveral(Visitor.onPhone());
    }

    private void convertSeveral(Visitor with) {
        var one = tier("Un", "PROSPECT");
        var other = tier("Deux", "PROSPECT");
        var supplier = tier("Grossiste", "SUPPLIER");
        try (var visitor = with.signIn(writer, Cast.PASSWORD)) {
            var page = visitor.open("/tier/list.xhtml?q=" + cast.name()).page();
            for (var id : new String[] {one, other, supplier}) {
                var tick = page.locator("[data-tick='" + id + "']");
                Sizes.isBigEnoughForAFinger(visitor, page.locator("label:has([data-tick='" + id + "'])"));
                tick.check();
            }
            assertThat(page.locator("#selection-bar")).containsText("3");
            assertThat(page.locator("#selection-bar")).isInViewport();
            visitor.fitsTheWidth();
            page.locator("[data-convert]").click();

            var results = page.locator(".result-list");
            assertThat(outcome(results, "Un")).containsText("converti");
            assertThat(outcome(results, "Deux")).containsText("converti");
            assertThat(outcome(results, "Grossiste")).containsText(Pattern.compile("prospect"));
            visitor.settle().fitsTheWidth().isAccessible();

            visitor.open("/tier/list.xhtml?type=PROSPECT&q=" + cast.name());
            assertThat(page.locator("[data-tick]")).hasCount(0);
        }
        assertThat(types(one)).isEqualTo("[\"CUSTOMER\"]");
        assertThat(types(supplier)).isEqualTo("[\"SUPPLIER\"]");
    }

    private Locator outcome(Locator results, String title) {
        return results.locator("li")
                .filter(new Locator.FilterOptions()
                        .setHas(results.page()
                                .getByRole(
                                        AriaRole.LINK,
                                        new Page.GetByRoleOptions()
                                                .setName(cast.name() + ' ' + title)
                                                .setExact(true))));
    }

    private String types(String tier) {
        return admin.get("tiers/" + tier).json().get("types").toString();
    }

    private String tier(String title, String type) {
        var body = "{\"name\":\"%s %s\",\"types\":[\"%s\"],\"salesUnit\":\"%s\"}"
                .formatted(cast.name(), title, type, unit);
        var answer = admin.post("tiers", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }
}
