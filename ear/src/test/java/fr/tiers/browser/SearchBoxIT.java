package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The search box of the top bar. */
@DisplayName("The search box")
@ExtendWith(InTheWorld.class)
class SearchBoxIT {

    private static final String FOUND = "#search-results [role=option]";

    private final Cast cast = new Cast(SearchBoxIT.class);
    private final String unit = cast.unit("UN", null);
    private final String number = cast.name() + "-FA-1";

    @Test
    void leadsFromTheNumberOfAnInvoiceToItsTier() {
        long tier = invoicedTier();
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES", unit), Cast.PASSWORD)) {
            var page = type(visitor);
            var found = page.locator(FOUND);
            assertThat(found).containsText(number);
            assertThat(found.locator("i")).hasClass(Pattern.compile(".*pi-file.*"));
            visitor.isAccessible();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml\\?id=" + tier));
        }
    }

    @Test
    void showsNoInvoiceToThoseWhoMayNotReadIt() {
        invoicedTier();
        try (var visitor = Visitor.atDesk().signIn(cast.user("TECHNICIAN", unit), Cast.PASSWORD)) {
            var page = type(visitor);
            assertThat(page.locator(".search-state")).hasText(Pattern.compile("Aucun.*"));
            assertThat(page.locator(FOUND)).hasCount(0);
        }
    }

    private long invoicedTier() {
        var tier = cast.tier(Cast.as(cast.user("ADMINISTRATOR", null)), "Payeur", unit);
        cast.invoice(tier.get("code").asText(), number);
        return tier.get("id").asLong();
    }

    private Page type(Visitor visitor) {
        var page = visitor.open("/tier/list.xhtml").page();
        page.locator("#search").fill(number);
        return page;
    }
}
