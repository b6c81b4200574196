package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What the form of a tier keeps and offers. */
@DisplayName("The form of a tier")
@ExtendWith(InTheWorld.class)
class TierFormIT {

    private final Cast cast = new Cast(TierFormIT.class);
    private String writer;
    private String leaver;
    private Api admin;
    private String owned;

    @BeforeEach
    void prepare() {
        var unit = cast.unit("UN", null);
        writer = cast.user("SALES_MANAGER", unit);
        leaver = cast.user("SALES", unit);
        admin = Cast.as(cast.user("ADMINISTRATOR", null));
        // of a salesperson who creates it, so owned by that person
        owned = cast.tier(Cast.as(leaver), "Possédé", unit).get("id").asText();
        World.get().sql().update("update app_user set active = false where login = ?", leaver);
    }

    @Test
    void keepsWhatWasTypedInAFieldThatIsRefused() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = edit(visitor, owned);
            field(page, "siren", "123 456 789");
            field(page, "email", "pas une adresse");
            field(page, "city", "Quimper");
            page.locator("[id='tier:save']").click();
            assertThat(page.locator("main")).containsText("n’est pas un SIREN");
            assertThat(page.locator("[id='tier:siren']")).hasValue("123 456 789");
            assertThat(page.locator("[id='tier:email']")).hasValue("pas une adresse");
            assertThat(page.locator("[id='tier:city']")).hasValue("Quimper");
        }
    }

    @Test
    void savesATierWhoseOwnerHasLeft() {
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var page = edit(visitor, owned);
            assertThat(page.locator("[id='tier:owner']")).hasValue(leaver);
            field(page, "city", "Quimper");
            page.locator("[id='tier:save']").click();
            page.waitForURL(Pattern.compile(".*/tier/record\\.xhtml.*"));
        }
        var saved = admin.get("tiers/" + owned).json();
        assertThat(saved.at("/address/city").asText()).isEqualTo("Quimper");
        assertThat(saved.get("owner").asText()).isEqualTo(leaver);
    }

    @Test
    void offersNobodyWhoHasLeftAsANewOwner() {
        var unowned = cast.tier(admin, "Libre", cast.name() + "-UN").get("id").asText();
        try (var visitor = Visitor.atDesk().signIn(writer, Cast.PASSWORD)) {
            var choices = edit(visitor, unowned).locator("[id='tier:owner'] option");
            assertThat(choices.evaluateAll("all => all.map(each => each.value)").toString())
                    .contains(writer)
                    .doesNotContain(leaver);
        }
    }

    private static Page edit(Visitor visitor, String tier) {
        return visitor.open("/tier/edit.xhtml?id=" + tier).page();
    }

    private static void field(Page page, String name, String text) {
        page.locator("[id='tier:" + name + "']").fill(text);
    }
}
