package fr.tiers.browser;

import com.microsoft.playwright.Page;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A tier that may be there already: seen while typing, asked at save, said to be another one, proposed again. */
@DisplayName("Duplicates")
@ExtendWith(InTheWorld.class)
class DuplicateJourneyIT {

    /** A world that is kept between runs has the tiers of the runs before. */
    private final String phone = "0199" + (100_000 + System.nanoTime() % 900_000);

    private final Cast cast = new Cast(DuplicateJourneyIT.class);
    private final Api admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    private final String login = cast.user("ADMINISTRATOR", null);

    private long tier(String title) {
        var answer = admin.post(
                "tiers",
                "{\"name\":\"%s %s\",\"types\":[\"PROSPECT\"],\"phone\":\"%s\",\"address\":{\"postalCode\":\"29997\"}}"
                        .formatted(cast.name() + phone, title, phone));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    @Test
    void isShownWhileTypingWithItsReasons() {
        tier("Menuiserie Kerguelen");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml").page();
            page.locator("[id='tier:name']")
                    .pressSequentially(cast.name().toLowerCase(Locale.ROOT) + phone + " KERGUELEN, menuiserie SARL");
            page.locator("#contact-section summary").click();
            page.locator("[id='tier:phone']").pressSequentially(phone);
            assertThat(page.locator(".duplicates")).containsText("Même téléphone");
            assertThat(page.locator(".duplicates")).containsText("Même nom");
            visitor.settle().isAccessible();
        }
    }

    @Test
    void isSaidToBeAnotherOneAndProposedAgain() {
        long one = tier("Garage Pélissier");
        tier("garage pelissier SAS");
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/duplicate/list.xhtml?tier=" + one).page();
            assertThat(page.locator(".duplicate-clusters")).containsText("garage pelissier");
            page.locator("button[id$=notThis]").first().click();
            assertThat(page.locator("#messages")).containsText("ne seront plus proposées");
            assertThat(page.locator("button[id$=notThis]")).hasCount(0);
            visitor.settle().isAccessible();
            page.locator("button[id$=takeBack]").first().click();
            assertThat(page.locator("button[id$=notThis]")).hasCount(1);
            page.locator("a.button", new Page.LocatorOptions().setHasText("fusionner"))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile(".*merge/new.*into=" + one + ".*"));
        }
    }
}
