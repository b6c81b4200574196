package fr.tiers.browser;

import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people without a right see of it: nothing. */
@DisplayName("Somebody without the right")
@ExtendWith(InTheWorld.class)
class RightsIT {

    @Test
    void isNotOfferedToWrite() {
        try (var visitor = Visitor.atDesk().signIn("reader", "tiers")) {
            visitor.open("/tier/list.xhtml");
            assertThat(visitor.page().locator("main")).not().containsText("Nouveau tiers");
        }
    }

    /** A technician completes a tier: events, notes, documents. What the tier consists of is for others. */
    @Test
    void isOfferedOnlyWhatMayBeAdded() {
        var cast = new Cast(RightsIT.class);
        var unit = cast.unit("UN", null);
        var admin = Cast.as(cast.user("ADMINISTRATOR", null));
        long tier = cast.tier(admin, "Chantier", unit).get("id").asLong();
        admin.post("tiers/" + tier + "/contacts", "{\"lastName\":\"Maître\"}");
        try (var visitor = Visitor.atDesk().signIn(cast.user("TECHNICIAN", unit), Cast.PASSWORD)) {
            visitor.open("/tier/record.xhtml?id=" + tier);
            var page = visitor.page();
            page.locator("[popovertarget=new-menu]").click();
            assertThat(page.locator("#new-menu a[href*='tab=event']")).isVisible();
            assertThat(
                            page.locator(
                                    "#new-menu a[href*='tab=contact'], #new-menu a[href*='tab=address'], #new-menu a[href*='tab=relation']"))
                    .hasCount(0);
            assertThat(page.locator(".tag-start, a[href*='edit.xhtml']")).hasCount(0);
            for (var tab : new String[] {"contact", "address", "relation"}) {
                // the address of the form, typed by hand, opens none
                visitor.open("/tier/record.xhtml?id=" + tier + "&tab=" + tab + "&new=true");
                assertThat(page.locator(".tab-body input:not([type=hidden]), .tab-body a[href*='edit=']"))
                        .hasCount(0);
            }
            visitor.open("/tier/record.xhtml?id=" + tier + "&tab=event&new=true");
            assertThat(page.locator(".tab-body form").first()).isVisible();
        }
    }

    @Test
    void doesNotFindATierOfAnotherUnit() {
        var cast = new Cast(RightsIT.class);
        var here = cast.unit("ICI", null);
        var there = cast.unit("AILLEURS", null);
        var user = cast.user("SALES", here);
        var foreign = cast.tier(Cast.as(cast.user("ADMINISTRATOR", null)), "Ailleurs", there);
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            visitor.open("/tier/record.xhtml?id=" + foreign.get("id").asLong());
            assertThat(visitor.page().locator("body")).containsText("introuvable");
            assertThat(visitor.page().locator("body").innerText()).doesNotContain("Ailleurs");
        }
    }

    @Test
    void isAskedToSignInAgainOnceTheAccountIsClosed() {
        var cast = new Cast(RightsIT.class);
        var user = cast.user("SALES", cast.unit("UN", null));
        try (var visitor = Visitor.atDesk().signIn(user, Cast.PASSWORD)) {
            visitor.open("/tier/list.xhtml");
            World.get().sql().update("update app_user set active = false where login = ?", user);
            visitor.open("/tier/list.xhtml");
            assertThat(visitor.page().locator("[name=j_password]")).isVisible();
        }
    }
}
