package fr.tiers.browser;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The record in the hand, 360 px wide: everything can be read, and pressed with a finger. */
@DisplayName("The record on a phone")
@ExtendWith(InTheWorld.class)
class RecordPhoneIT {

    private static final String TARGETS =
            ".topbar .icon-button, .tabs a, .page-actions .button, .page-actions .icon-button, .menu-item, .block-title a,"
                    + " .record-summary a.phone, .record-summary a[href^='mailto:'], .quality-points a, main summary,"
                    + " main form input:not([type=hidden], [type=checkbox], [type=radio]),"
                    + " main form ul.choices label, main form .ui-selectmanycheckbox label, main form select,"
                    + " main form textarea, main form .ui-button,"
                    + " .form-actions .button";

    private final Cast cast = new Cast(RecordPhoneIT.class);
    private final String unit = cast.unit("UN", null);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));

    @Test
    void everyTabFitsAndEveryTargetIsBigEnough() {
        var tier = tier();
        try (var visitor = visitor()) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier).page();
            var tabs = page.locator(".tabs a").evaluateAll("all => all.map(tab => tab.href.replace(/.*tab=/, ''))");
            assertThat((List<?>) tabs).hasSizeGreaterThan(10);
            for (var tab : (List<?>) tabs) {
                visitor.open("/tier/record.xhtml?id=" + tier + "&tab=" + tab).fitsTheWidth();
                Sizes.isBigEnoughForAFinger(visitor, page.locator(TARGETS));
            }
            for (var form : List.of("edit=details", "edit=identity", "edit=organisation", "tab=contact&new=true")) {
                visitor.open("/tier/record.xhtml?id=" + tier + '&' + form).fitsTheWidth();
                Sizes.isBigEnoughForAFinger(
                        visitor,
                        page.locator("main form input:not([type=hidden], [type=checkbox],"
                                + " [type=radio]), main form select, main form .ui-button, .form-actions .button"));
            }
        }
    }

    @Test
    void oneCallsWritesNotesAnEventAndPutsANumberRight() {
        var tier = tier();
        try (var visitor = visitor()) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier).page();
            assertThat(page.locator(".record-summary a[href='tel:+33472112233']")
                            .first())
                    .isVisible();
            assertThat(page.locator(".record-summary a[href='mailto:accueil@poche.example']")
                            .first())
                    .isVisible();

            page.locator("[popovertarget=new-menu]").click();
            var entry = page.locator("#new-menu a[href*='tab=event']");
            Sizes.isBigEnoughForAFinger(visitor, entry);
            entry.click();
            page.waitForURL(Pattern.compile(".*tab=event.*"));
            assertThat(page.locator("[id='eventForm:subject']")).isFocused();
            page.keyboard().type("Rappeler lundi");
            page.locator("[id='eventForm:addEvent']").click();
            assertThat(page.locator(".activity")).containsText("Rappeler lundi");
            visitor.settle().fitsTheWidth();

            page.locator(".tabs a").first().click();
            page.getByLabel("Modifier « Coordonnées »").click();
            page.locator("[id='tier:phone']").fill("04 72 99 88 77");
            visitor.fitsTheWidth();
            page.locator("[id='tier:save']").click();
            assertThat(page.locator(".record-summary a[href='tel:+33472998877']")
                            .first())
                    .isVisible();
            visitor.fitsTheWidth();
        }
        assertThat(admin.get("tiers/" + tier).json().get("phone").asText()).isEqualTo("04 72 99 88 77");
    }

    private Visitor visitor() {
        return Visitor.onPhone().signIn(cast.user("SALES_MANAGER", unit), Cast.PASSWORD);
    }

    /** With long words, which are what sticks out. */
    private String tier() {
        var body =
                """
                {"name":"%s Sociétégénéraledetransportsinternationaux","types":["CUSTOMER","SUPPLIER"],"salesUnit":"%s","phone":"04 72 11 22 33",
                 "email":"accueil@poche.example","website":"https://un-nom-de-domaine-interminable-qui-ne-rentre-pas.example/accueil",
                 "address":{"line1":"3 rue des Lilas","postalCode":"44000","city":"Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson"}}
                """
                        .formatted(cast.name(), unit);
        var answer = admin.post("tiers", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var id = answer.json().get("id").asText();
        admin.post(
                "tiers/" + id + "/contacts",
                "{\"lastName\":\"Poche\",\"firstName\":\"Anne\",\"phone\":\"01 99 00 55 66\"}");
        return id;
    }
}
