package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A manager ticks tiers, looks at what would change, applies it and takes it back; or takes all that the list shows. */
@DisplayName("Bulk actions, step by step")
@ExtendWith(InTheWorld.class)
class BulkJourneyIT {

    private final Cast cast = new Cast(BulkJourneyIT.class);

    private String manager() {
        var unit = cast.unit("A", null);
        var manager = cast.user("SALES_MANAGER", unit);
        var admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        cast.tier(admin, "Un", unit);
        cast.tier(admin, "Deux", unit);
        return manager;
    }

    @Test
    void tickedTiersArePlannedAppliedAndTakenBack() {
        journey(Visitor.atDesk(), true);
    }

    @Test
    void allThatTheListShowsByThumb() {
        journey(Visitor.onPhone(), false);
    }

    private void journey(Visitor visitor, boolean ticking) {
        var manager = manager();
        visitor.signIn(manager, Cast.PASSWORD).open("/tier/list.xhtml?q=" + cast.name());
        var page = visitor.page();
        page.locator("[data-tick]").first().check();
        page.locator("[data-tick]").last().check();
        var bar = page.locator("#selection-bar");
        assertThat(bar).containsText("2 tiers cochés");
        if (ticking) {
            bar.locator("[data-bulk]").click();
        } else {
            bar.locator("a").click();
        }
        page.waitForURL(Pattern.compile(".*/bulk/new.xhtml.*"));
        visitor.settle().fitsTheWidth().isAccessible();

        page.locator(".bulk-actions a")
                .filter(new Locator.FilterOptions().setHasText("Attribuer"))
                .click();
        visitor.settle();
        page.locator("#wish\\:owner").selectOption(manager);
        page.locator("#wish\\:plan").click();

        var verdict = page.locator(".exchange-verdict");
        verdict.waitFor();
        visitor.settle().fitsTheWidth().isAccessible();
        assertThat(verdict).containsText(Pattern.compile("À modifier\\s*2"));
        page.locator("#act\\:run").click();

        assertThat(page.locator(".exchange-verdict [role=status]")).containsText("2 tiers modifiés.");
        visitor.settle().fitsTheWidth().isAccessible();
        page.locator("[data-open-dialog=undo-bulk]").click();
        page.locator("#undoBulk\\:undo").click();
        assertThat(page.locator(".exchange-verdict [role=status]")).hasText("2 tiers rétablis.");

        visitor.open("/bulk/list.xhtml").settle().fitsTheWidth().isAccessible();
        assertThat(page.locator("main")).containsText("Attribuer un commercial");
        visitor.close();
    }
}
