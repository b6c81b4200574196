package fr.tiers.receivable;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The one search finds invoices, for those who may read them and see their tier. */
class InvoiceSearchIT {

    private static Cast cast;
    private static String here;
    private static String number;
    private static long tier;

    @BeforeAll
    static void prepare() {
        cast = new Cast(InvoiceSearchIT.class);
        here = cast.unit("HERE", null);
        number = cast.name() + "-FA-1";
        var payer = cast.tier(Cast.tokenOf(cast.user("ADMINISTRATOR", null)), "Payeur", here);
        tier = payer.get("id").asLong();
        cast.invoice(payer.get("code").asText(), number);
    }

    private static Api.Answer search(String role, String unit) {
        return Cast.tokenOf(cast.user(role, unit))
                .get("search?q=" + Api.encode(number.substring(0, number.length() - 2)));
    }

    @Test
    void readersOfInvoicesFindThemByTheBeginningOfTheirNumber() {
        for (var role : new String[] {"SALES", "READER"}) {
            var found = search(role, here).json().get("items");
            assertThat(found).as(role).hasSize(1);
            assertThat(found.get(0).get("kind").asText()).isEqualTo("INVOICE");
            assertThat(found.get(0).get("title").asText()).isEqualTo(number);
            assertThat(found.get(0).get("url").asText())
                    .contains("/tier/record.xhtml?id=" + tier + "&tab=receivable&show=");
        }
    }

    @Test
    void thoseWhoMayNotReadInvoicesFindNone() {
        assertThat(search("TECHNICIAN", here).json().get("items")).isEmpty();
        assertThat(search("MARKETING", here).json().get("items")).isEmpty();
    }

    @Test
    void thoseOfAnotherUnitFindNone() {
        assertThat(search("SALES", cast.unit("THERE", null)).json().get("items"))
                .isEmpty();
    }
}
