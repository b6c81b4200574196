package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.Mails;
import fr.tiers.it.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A template is written, looked at, tried out and sent to a contact with a file; it arrives and is noted. */
@DisplayName("Mails to contacts")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private Cast cast;
    private Api admin;
    private String login;
    private Visitor visitor;
    private Page page;
    private String subject;

    @BeforeAll
    void comeIn() {
        cast = new Cast(LettersIT.class);
        login = cast.user("ADMINISTRATOR", null);
        World.get().sql().update("update app_user set email = 'moi@lettres.example' where login = ?", login);
        admin = Cast.tokenOf(login);
        subject = "Projet " + cast.name();
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private String contact(String tier, String name) {
        var answer = admin.post(
                "tiers/" + tier + "/contacts",
                "{\"civility\":\"MME\",\"lastName\":\"%s\",\"firstName\":\"Anne\",\"email\":\"anne%s@lettres.example\"}"
                        .formatted(name, tier));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void aTemplateIsWrittenTriedOutAndSentFromTheRecord() throws Exception {
        var tier = cast.tier(admin, "Courrier", null).get("id").asText();
        var person = "Kermarec" + cast.name();
        contact(tier, person);

        writeTemplate();
        tryItOut(person);
        sendIt(tier, person);

        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=event");
        var noted = page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(subject + " de Madame " + person));
        noted.first().click();
        assertThat(page.locator(".letter-row .pill-success")).isVisible();
    }

    private void writeTemplate() {
        visitor.open("/letter/templates.xhtml").isAccessible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nouveau modèle"))
                .click();
        visitor.settle();
        page.fill("[id='letterTemplate:name']", cast.name());
        page.fill("[id='letterTemplate:subject']", subject + " de ");
        page.locator("[data-token='{{contact.greeting}}']").click();
        assertThat(page.locator("[id='letterTemplate:subject']")).hasValue(subject + " de {{contact.greeting}}");
        page.locator(".ql-editor").click();
        page.keyboard().type("Bonjour ");
        page.locator("[data-token='{{contact.firstName}}']").click();
        page.keyboard().type(" !");
        assertThat(page.locator(".ql-editor")).hasText("Bonjour {{contact.firstName}} !");
        page.locator("[id='letterTemplate:save']").click();
        page.waitForURL("**/letter/template.xhtml?id=*");
        assertThat(page.locator("main")).containsText("est enregistré");
        visitor.settle().isAccessible().fitsTheWidth();
        page.setInputFiles(
                "[id='letterTemplate:upload']",
                new FilePayload("Tarif.txt", "text/plain", "Prix".getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='letterTemplate:addFile']").click();
        assertThat(page.locator("[id='letterTemplate:files']")).containsText("Tarif.txt");
    }

    private void tryItOut(String person) throws Exception {
        page.locator("[id='letterTemplate:contact_input']").pressSequentially(person);
        page.locator(".ui-autocomplete-item").first().click();
        page.locator("[id='letterTemplate:preview']").click();
        assertThat(page.locator("[id='letterTemplate:shown']")).containsText("Bonjour Anne !");
        page.locator("[id='letterTemplate:test']").click();
        assertThat(page.locator("main")).containsText("moi@lettres.example");
        Until.holds(
                "the test arrives",
                SOON,
                () -> Mails.about(subject + " de Madame " + person).size() == 1);
    }

    private void sendIt(String tier, String person) throws Exception {
        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Écrire un e-mail à Anne " + person))
                .click();
        visitor.settle().isAccessible().fitsTheWidth();
        assertThat(page.locator("[id='letter:contacts'] input")).isChecked();
        page.locator("[id='letter:template']")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption().setLabel(cast.name() + " · Français"));
        assertThat(page.locator("[id='letter:subject']")).hasValue(subject + " de Madame " + person);
        assertThat(page.locator(".ql-editor")).hasText("Bonjour Anne !");
        page.locator(".ql-editor").click();
        page.keyboard().press("End");
        page.keyboard().type(" Voici le plan.");
        page.setInputFiles(
                "[id='letter:upload']",
                new FilePayload("Plan.txt", "text/plain", "Plan".getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='letter:addFile']").click();
        assertThat(page.locator("[id='letter:documents'] input")).isChecked();
        page.locator("[id='letter:send']").dblclick();
        page.waitForURL("**/letter/sent.xhtml?tier=" + tier);
        Until.holds(
                "the mail arrives",
                SOON,
                () -> Mails.about(subject + " de Madame " + person).size() == 2);
        assertThat(page.locator(".letter-row")).hasCount(1);
        assertThat(page.locator(".letter-row .pill-success")).isVisible();
        page.locator(".letter-row summary").click();
        assertThat(page.locator(".letter-shown")).containsText("Bonjour Anne ! Voici le plan.");
        assertThat(page.locator(".letter-row .mail-files")).containsText("Plan.txt");
        visitor.settle().isAccessible().fitsTheWidth();
    }

    @Test
    void onAPhoneWhoWantsNoMailsCannotBeChosen() {
        var tier = cast.tier(admin, "Poche", null).get("id").asText();
        contact(tier, "Ouverte");
        admin.post(
                "tiers/" + tier + "/contacts",
                "{\"lastName\":\"Muette\",\"firstName\":\"Eve\",\"email\":\"eve@lettres.example\",\"doNotEmail\":true}");
        try (var phone = Visitor.onPhone().signIn(login, Cast.PASSWORD)) {
            phone.open("/letter/write.xhtml?tier=" + tier).fitsTheWidth().isAccessible();
            var mute = phone.page().getByLabel("Eve Muette · ne souhaite pas recevoir d’e-mails");
            assertThat(mute).isDisabled();
            phone.page().locator("[id='letter:send']").click();
            assertThat(phone.page().locator("body")).containsText("Obligatoire");
            phone.fitsTheWidth();
        }
    }
}
