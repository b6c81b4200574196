package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.util.List;
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
    void leadsFromTheNumberOfAnInvoiceToItsRow() {
        long tier = invoicedTier();
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES", unit), Cast.PASSWORD)) {
            var page = type(visitor);
            var found = page.locator(FOUND);
            assertThat(found).containsText(number);
            assertThat(found.locator("i")).hasClass(Pattern.compile(".*pi-file.*"));
            visitor.isAccessible();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml\\?id=" + tier + "&tab=receivable&show=\\d+"));
            visitor.settle().isAccessible();
            assertThat(page.locator("tr.sought")).containsText(number);
            assertThat(page.locator("tr.sought")).isFocused();
            assertThat(page.locator("tr.sought")).isInViewport();
        }
    }

    @Test
    void leadsToAnInvoiceThatIsPaid() {
        long tier = invoicedTier();
        World.get()
                .sql()
                .update(
                        "update invoice_line set paid_amount = amount where invoice_id in (select id from invoice where number = ?)",
                        number);
        World.get().sql().update("update invoice set paid_amount = total_amount where number = ?", number);
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES", unit), Cast.PASSWORD)) {
            var page = type(visitor);
            page.locator(FOUND).first().click();
            page.waitForURL(Pattern.compile(".*id=" + tier + ".*show=\\d+"));
            assertThat(page.locator("tr.sought")).containsText(number);
        }
    }

    @Test
    void leadsToANoteAPersonAndAnEventHoweverFarDown() {
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        var tier = "tiers/" + cast.tier(admin, "Bavard", unit).get("id").asText();
        var word = cast.name() + "mot";
        admin.post(tier + "/notes", "{\"body\":\"" + word + " de passe du portail\"}");
        for (int i = 0; i < 31; i++) {
            admin.post(tier + "/notes", "{\"body\":\"Note " + i + "\"}");
        }
        admin.post(tier + "/contacts", "{\"lastName\":\"" + word + "\"}");
        World.get()
                .sql()
                .update(
                        "insert into event (tier_id, type, subject, starts_at, author, created_at) values (?, 'CALL', ?, now(), 'sales', now())",
                        Long.valueOf(tier.replace("tiers/", "")),
                        word + " au téléphone");
        try (var visitor = Visitor.atDesk().signIn(cast.user("SALES", unit), Cast.PASSWORD)) {
            for (var tab : List.of("note", "contact", "event")) {
                var page = visitor.open("/tier/list.xhtml").page();
                page.locator("#search").fill(word);
                page.locator("#search-results [data-url*='tab=" + tab + "']").click();
                page.waitForURL(Pattern.compile(".*tab=" + tab + "&show=\\d+"));
                assertThat(page.locator(".sought")).containsText(word);
                assertThat(page.locator(".sought")).isInViewport();
            }
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
