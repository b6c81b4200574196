package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/** The record as somebody works with it: a part edited where it is read, two people at once, on a phone. */
@DisplayName("The record of a tier")
@ExtendWith(InTheWorld.class)
class RecordIT {

    private final Cast cast = new Cast(RecordIT.class);
    private Api admin;
    private String writer;
    private String tier;

    @BeforeEach
    void prepare() {
        var unit = cast.unit("UN", null);
        writer = cast.user("SALES_MANAGER", unit);
        admin = Cast.as(cast.user("ADMINISTRATOR", null));
        tier = cast.tier(admin, "Fiche", unit).get("id").asText();
    }

    @Test
    void aPartIsEditedWhereItIsRead() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = record(visitor);
            pencil(page, "Coordonnées").click();
            field(page, "phone").fill("04 72 11 22 33");
            page.locator("[id='tier:addEmail']").click();
            page.locator("input[id$='otherEmail']").fill("compta@fiche.example");
            page.locator("[id='tier:save']").click();

            assertThat(page.locator(".record-summary")).containsText("04 72 11 22 33");
            assertThat(page.locator(".record-summary")).containsText("compta@fiche.example");
            assertThat(page.locator("[id='tier:save']")).hasCount(0);
        }
        var saved = admin.get("tiers/" + tier).json();
        assertThat(saved.at("/otherEmails/0/email").asText()).isEqualTo("compta@fiche.example");
        assertThat(saved.at("/otherEmails/0/type").asText()).isEqualTo("BILLING");
    }

    @Test
    void aRefusalInPlaceStandsAtItsField() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = record(visitor);
            pencil(page, "Coordonnées").click();
            page.locator("[id='tier:addEmail']").click();
            page.locator("input[id$='otherEmail']").fill("pas une adresse");
            page.locator("[id='tier:save']").click();

            assertThat(page.locator("[id='tier:emailRows']")).containsText("adresse e-mail");
            assertThat(page.locator("input[id$='otherEmail']")).hasValue("pas une adresse");
        }
    }

    @Test
    void twoPeopleAtOnceChooseByField() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = record(visitor);
            pencil(page, "Coordonnées").click();
            field(page, "phone").fill("04 72 00 00 01");
            field(page, "city").fill("Lyon");
            patch("{\"phone\":\"04 72 00 00 02\",\"tradeName\":\"Autre nom\"}");
            page.locator("[id='tier:save']").click();

            var phones = page.locator(".conflict-field").filter(new Locator.FilterOptions().setHasText("Téléphone"));
            assertThat(phones).containsText("04 72 00 00 01");
            assertThat(phones).containsText("04 72 00 00 02");
            phones.locator("input[value=theirs]").check();
            page.locator("[id='tier:resolve']").click();
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml\\?id=\\d+$"));
        }
        var saved = admin.get("tiers/" + tier).json();
        assertThat(saved.get("phone").asText()).isEqualTo("04 72 00 00 02");
        assertThat(saved.at("/address/city").asText()).isEqualTo("Lyon");
        assertThat(saved.get("tradeName").asText()).isEqualTo("Autre nom");
    }

    @Test
    void aHouseholdAsksForNoSiret() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml").page();
            page.getByLabel("Foyer").check();
            assertThat(page.locator("[id='tier:siret']")).hasCount(0);
            field(page, "name").fill("Foyer " + cast.name());
            page.locator("[id='tier:save']").click();
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml.*"));
            assertThat(page.locator("h1")).hasText("Foyer " + cast.name());
        }
    }

    @Test
    void onAPhoneTheRecordCallsAndFitsTheWidth() {
        patch("{\"phone\":\"04 72 11 22 33\"}");
        try (var visitor = Visitor.onPhone().signIn(writer, Cast.PASSWORD)) {
            var page = record(visitor);
            assertThat(page.locator(".record-summary a[href='tel:+33472112233']")
                            .first())
                    .isVisible();
            visitor.fitsTheWidth();
            page.locator(".tabs a[href*='tab=timeline']").click();
            assertThat(page.locator(".activity")).containsText("Tiers créé");
            visitor.fitsTheWidth();
        }
    }

    private Page record(Visitor visitor) {
        return visitor.open("/tier/record.xhtml?id=" + tier).page();
    }

    private static Locator pencil(Page page, String part) {
        return page.getByLabel("Modifier « " + part + " »");
    }

    private static Locator field(Page page, String name) {
        return page.locator("[id='tier:" + name + "']");
    }

    private void patch(String change) {
        var etag = admin.get("tiers/" + tier).etag();
        var answer = admin.with("If-Match", etag).patch("tiers/" + tier, change);
        assertThat(answer.status()).isEqualTo(200);
    }
}
