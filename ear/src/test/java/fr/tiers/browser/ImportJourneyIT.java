package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An assistant imports a file with a column that is a custom field, and finds the value on the record. */
@DisplayName("Import of tiers, step by step")
@ExtendWith(InTheWorld.class)
class ImportJourneyIT {

    private final Cast cast = new Cast(ImportJourneyIT.class);

    private String field() {
        var code = cast.name().toLowerCase(Locale.ROOT) + "f";
        Cast.as(cast.user("ADMINISTRATOR", null))
                .post(
                        "custom-fields",
                        "{\"code\":\"" + code + "\",\"type\":\"INTEGER\",\"labelFr\":\"Lits " + code + "\"}");
        return code;
    }

    @Test
    void aFileGoesFromTheColumnsToTheRecord() {
        journey(Visitor.atDesk());
    }

    @Test
    void itGoesByThumbAsWell() {
        journey(Visitor.onPhone());
    }

    private void journey(Visitor visitor) {
        var code = field();
        visitor.signIn(cast.user("ASSISTANT", null), Cast.PASSWORD).open("/exchange/import.xhtml");
        var page = visitor.page();
        var csv = "Dénomination;Capacité;Commune\n%s Hôtel;120;Brest\n%s Gîte;beaucoup;Quimper\n"
                .formatted(cast.name(), cast.name());
        page.locator("[data-files]")
                .setInputFiles(
                        new FilePayload("hotels.csv", "text/csv", csv.getBytes(Charset.forName("windows-1252"))));
        page.waitForURL(Pattern.compile(".*/exchange/view.xhtml.*"));
        visitor.settle().fitsTheWidth().isAccessible();

        // the columns that have usual names are known, the one of the custom field is not
        assertThat(choice(page, "Dénomination")).hasValue("name");
        assertThat(choice(page, "Commune")).hasValue("address.city");
        assertThat(choice(page, "Capacité")).hasValue("");
        choice(page, "Capacité").selectOption("custom." + code);
        visitor.settle();
        assertThat(page.locator("#mapping\\:taken")).hasText("3 colonnes sur 3 sont reprises.");
        page.locator("#mapping\\:types").selectOption("PROSPECT");
        page.locator("#mapping\\:simulate").click();

        var verdict = page.locator(".exchange-verdict");
        verdict.waitFor();
        visitor.settle().fitsTheWidth().isAccessible();
        assertThat(verdict).containsText(Pattern.compile("Créés\\s*1\\s*Erreurs\\s*1"));
        assertThat(page.locator(".exchange-problems")).containsText("Lits " + code + " : Valeur illisible.");
        page.locator("#act\\:run").click();

        assertThat(page.locator(".exchange-verdict [role=status]")).hasText("1 tiers écrit.");
        page.locator(".exchange-row .row-link").first().click();
        visitor.settle();
        page.navigate(page.url() + "&tab=customfield");
        visitor.settle();
        assertThat(page.locator("main")).containsText("120");

        visitor.close();
    }

    private static Locator choice(Page page, String column) {
        return page.getByLabel("Champ pour « " + column + " »");
    }
}
