package fr.tiers.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.crash.Until;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Two people at two browsers: what one does, the other's bell tells without a reload; mails come, and end by their link. */
@DisplayName("The bell")
@ExtendWith(InTheWorld.class)
class BellIT {

    private final Cast cast = new Cast(BellIT.class);
    private final String here = cast.unit("HERE", null);
    private final String manager = cast.user("SALES_MANAGER", here);
    private final String sales = cast.user("SALES", here);
    private final long tier =
            cast.tier(Cast.as(manager), "suivi", here).get("id").asLong();

    @Test
    void risesInTheOtherBrowserWithoutReloadAndLeadsToTheThing() {
        try (var follower = Visitor.atDesk();
                var author = Visitor.inTheDark()) {
            follower.signIn(sales, Cast.PASSWORD).open("/tier/record.xhtml?id=" + tier);
            var follow = follower.page().locator("[id='follow:toggle']");
            assertThat(follow).hasAttribute("aria-pressed", "false");
            follow.click();
            assertThat(follow).hasAttribute("aria-pressed", "true");
            follower.open("/tier/list.xhtml");
            assertThat(follower.page().locator(".bell-count")).isEmpty();

            author.signIn(manager, Cast.PASSWORD).open("/tier/record.xhtml?id=" + tier + "&tab=event&new=true");
            author.page().locator("[id='eventForm:subject']").fill("Rendez-vous pris");
            author.page().locator("[id='eventForm:addEvent']").click();
            author.settle();

            assertThat(follower.page().locator(".bell-count")).hasText("1");
            assertThat(author.page().locator(".bell-count")).isEmpty();
            follower.page().locator("#bell-button").click();
            var item = follower.page().locator(".bell-item-unread");
            assertThat(item).containsText("Événement ajouté : Rendez-vous pris");
            follower.isAccessible();
            item.click();
            assertThat(follower.page()).hasURL(Pattern.compile("tab=event&show="));
            assertThat(follower.page().locator(".bell-count")).isEmpty();

            follower.open("/subscription/notifications.xhtml");
            follower.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Marquer comme non lue : Événement ajouté : Rendez-vous pris"))
                    .click();
            assertThat(follower.page().locator(".bell-count")).hasText("1");
            follower.page().locator("[id='notifications:allRead']").click();
            assertThat(follower.page().locator(".bell-count")).isEmpty();
        }
    }

    @Test
    void catchesUpAfterALostConnection() throws Exception {
        try (var follower = Visitor.atDesk()) {
            Cast.as(sales).put("tiers/" + tier + "/subscription", "");
            follower.signIn(sales, Cast.PASSWORD).open("/tier/list.xhtml");
            assertThat(follower.page().locator(".bell-count")).isEmpty();
            follower.page().evaluate("() => faces.push.close('bell-socket')");

            Cast.as(manager).post("tiers/" + tier + "/notes", "{\"body\":\"Pendant la coupure\"}");
            Cast.as(manager).post("tiers/" + tier + "/notes", "{\"body\":\"Encore\"}");
            Until.holds(
                    "told while nobody listened",
                    Duration.ofSeconds(30),
                    () -> Cast.as(sales)
                                    .get("notifications/count")
                                    .json()
                                    .get("unread")
                                    .asInt()
                            == 1);
            assertThat(follower.page().locator(".bell-count")).isEmpty();
            follower.page().evaluate("() => faces.push.open('bell-socket')");

            assertThat(follower.page().locator(".bell-count")).hasText("1");
            follower.page().locator("#bell-button").click();
            assertThat(follower.page().locator(".bell-item-unread")).containsText("Note ajoutée");
        }
    }

    @Test
    void ofOneTierSomethingElseIsChosenThanOfAllOthers() {
        try (var follower = Visitor.onPhone()) {
            follower.signIn(sales, Cast.PASSWORD).open("/tier/record.xhtml?id=" + tier);
            follower.page().locator("[popovertarget=more-menu]").click();
            follower.page()
                    .locator("#more-menu a[href*='subscription/tier.xhtml']")
                    .click();
            follower.isAccessible().fitsTheWidth();
            follower.page().getByLabel("Note ajoutée").uncheck();
            follower.page().locator("[id='choice:save']").click();
            assertThat(follower.page().locator("#content")).containsText("Choix particulier");
            assertThat(follower.page().getByLabel("Note ajoutée")).not().isChecked();

            follower.open("/subscription/settings.xhtml").fitsTheWidth();
            assertThat(follower.page().locator("[id='tiers']")).containsText("Choix particulier");
            follower.open("/subscription/tier.xhtml?id=" + tier);
            follower.page().locator("[id='choice:reset']").click();
            assertThat(follower.page().getByLabel("Note ajoutée")).isChecked();
        }
    }

    @Test
    void theMenuOfTheRecordAndThePageOfSubscriptionsEndAndTakeUpASubscription() {
        try (var follower = Visitor.onPhone()) {
            follower.signIn(sales, Cast.PASSWORD).open("/tier/record.xhtml?id=" + tier);
            follower.page().locator("[popovertarget=more-menu]").click();
            follower.page().locator("[id='followMenu:toggle']").click();
            assertThat(follower.page().locator("[id='follow:toggle']")).hasAttribute("aria-pressed", "true");

            follower.open("/subscription/settings.xhtml").fitsTheWidth();
            assertThat(follower.page().locator("[id='tiers']")).containsText(cast.name() + " suivi");
            follower.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Ne plus suivre " + cast.name() + " suivi"))
                    .click();
            assertThat(follower.page().locator("[id='tiers']")).containsText("Aucun tiers suivi");
        }
    }

    @Test
    void aDigestArrivesByMailAndItsLinkEndsTheMailsWithoutSigningIn() throws Exception {
        var sql = World.get().sql();
        sql.update(
                "update app_user set email = ? where login = ?",
                cast.name().toLowerCase(Locale.ROOT) + "@abonne.example",
                sales);
        try (var follower = Visitor.atDesk()) {
            follower.signIn(sales, Cast.PASSWORD).open("/tier/record.xhtml?id=" + tier);
            follower.page().locator("[id='follow:toggle']").click();
            follower.settle();
            follower.open("/subscription/settings.xhtml");
            follower.page().locator("[id='settings:mail']").selectOption("DAILY");
            follower.page().locator("[id='settings:save']").click();
            assertThat(follower.page().locator("#content")).containsText("Vos abonnements sont enregistrés.");
            assertThat(follower.page().locator("[id='settings:mail']")).hasValue("DAILY");

            Cast.as(manager).post("tiers/" + tier + "/notes", "{\"body\":\"Rappeler lundi\"}");
            assertThat(follower.page().locator(".bell-count")).hasText("1");
        }
        sql.update(
                "update subscription_setting set digest_at = now() - interval '1 minute' where user_id = ?",
                cast.userId(sales));
        var name = cast.name() + " suivi";
        Until.holds("the digest in the mail box", Duration.ofSeconds(30), () -> HeadOffice.hasRead(name));
        var link = Pattern.compile("/subscription/unsubscribe\\.xhtml\\?token=[\\w-]+")
                .matcher(HeadOffice.read(name).orElseThrow().replaceAll("=\\R", ""));
        assertThat(link.find()).isTrue();

        try (var anybody = Visitor.onPhone()) {
            anybody.open(link.group()).isAccessible().fitsTheWidth();
            assertThat(sql.text("select mail from subscription_setting where user_id = ?", cast.userId(sales)))
                    .as("opening the link is not enough")
                    .isEqualTo("DAILY");
            anybody.page().locator("#confirm").click();
            assertThat(anybody.page().locator(".panel")).containsText("ne vous sont plus envoyés");
        }
        assertThat(sql.text("select mail from subscription_setting where user_id = ?", cast.userId(sales)))
                .isEqualTo("NONE");
    }
}
