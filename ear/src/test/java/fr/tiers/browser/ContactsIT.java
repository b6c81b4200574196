package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people do with contacts: note one, follow a career, draw the chart, delete the whole way. */
@DisplayName("Contacts")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContactsIT {

    private static final Pattern RECORD = Pattern.compile(".*/contact/record\\.xhtml\\?id=\\d+$");

    private Cast cast;
    private Api admin;
    private Visitor visitor;
    private Page page;

    @BeforeAll
    void comeIn() {
        cast = new Cast(ContactsIT.class);
        var login = cast.user("ADMINISTRATOR", null);
        admin = Cast.tokenOf(login);
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private String tier(String name) {
        return cast.tier(admin, name, null).get("id").asText();
    }

    /** @return id of the link */
    private String add(String tier, String lastName, String more) {
        var answer = admin.post(
                "tiers/" + tier + "/contacts",
                "{\"lastName\":\"%s\",\"firstName\":\"Anne\"%s}".formatted(lastName, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private String person(String link, String tier) {
        for (var each : admin.get("tiers/" + tier + "/contacts").json().get("items")) {
            if (each.get("id").asText().equals(link)) {
                return each.get("contactId").asText();
            }
        }
        throw new AssertionError(link);
    }

    @Test
    void notesAContactFromAVisitingCardAndCorrectsIt() throws Exception {
        var tier = tier("Carte");
        var card = Files.writeString(
                Files.createTempFile("carte", ".vcf"),
                "BEGIN:VCARD\nVERSION:3.0\nFN:Jean Dupont\nN:Dupont;Jean;;M.;\nTITLE:Acheteur\nTEL;TYPE=CELL:06 39 98 00 12\nEND:VCARD\n",
                StandardCharsets.UTF_8);
        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact&new=true");
        page.locator(".contact-card-in summary").click();
        page.locator("[id='cardForm:card']").setInputFiles(Path.of(card.toString()));
        page.locator("[id='cardForm:readCard']").click();
        assertThat(page.locator("[id='contactForm:lastName']")).hasValue("Dupont");
        visitor.settle().isAccessible();
        page.locator("[id='contactForm:addContact']").click();
        assertThat(page.locator(".people")).containsText("M. Jean Dupont");
        assertThat(page.locator(".people")).containsText("Principal");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Modifier Jean Dupont"))
                .click();
        page.locator("#contact-link-more summary").click();
        page.fill("[id='contactForm:slotMONDAY']", "9h-12h");
        page.fill("[id='contactForm:slotTUESDAY']", "le matin");
        page.fill("[id='contactForm:jobTitle']", "Chef des achats");
        page.locator("[id='contactForm:addContact']").click();
        assertThat(page.locator("main")).containsText("Écrivez par exemple");
        page.fill("[id='contactForm:slotTUESDAY']", "");
        page.locator("[id='contactForm:addContact']").click();
        assertThat(page.locator(".people")).containsText("Chef des achats");
    }

    @Test
    void followsSomebodyToAnotherEmployer() {
        var old = tier("Ancien employeur");
        var next = tier("Nouvel employeur");
        var link = add(old, "Voyageuse", ",\"from\":\"2020-01-06\"");
        var person = person(link, old);
        visitor.open("/contact/record.xhtml?id=" + person);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A changé d’employeur"))
                .click();
        visitor.settle();
        page.locator("[id='employerForm:tierId_input']").pressSequentially(cast.name() + " Nouvel");
        page.locator(".ui-autocomplete-item").first().click();
        page.fill("[id='employerForm:from']", "2026-11-02");
        page.fill("[id='employerForm:jobTitle']", "Directrice");
        page.locator("[id='employerForm:saveEmployer']").click();
        page.waitForURL(RECORD);
        visitor.settle().isAccessible().fitsTheWidth();
        assertThat(page.locator(".station").first()).containsText("Nouvel employeur");
        assertThat(page.locator(".station").nth(1)).containsText("Du 06/01/2020 au 01/11/2026");
        assertThat(admin.get("tiers/" + next + "/contacts")
                        .json()
                        .at("/items/0/main")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void drawsTheChartByDraggingAndByTheList() {
        var tier = tier("Organigramme");
        var head = add(tier, "Tête", ",\"decisionRole\":\"DECISION_MAKER\"");
        var foot = add(tier, "Pied", "");
        visitor.open("/contact/orgchart.xhtml?tier=" + tier).isAccessible();

        drag(card(foot), card(head));
        assertThat(card(foot)).hasAttribute("data-superior", head);
        var saved =
                page.waitForDownload(() -> page.locator("[data-export-chart]").click());
        assertThat(saved.suggestedFilename()).endsWith(".png");

        // a superior cannot be put below: refused, and said so
        drag(card(head), card(foot));
        assertThat(page.locator("main")).containsText("dépend elle-même");

        page.getByLabel(Pattern.compile("Supérieur de Anne Pied")).selectOption("");
        assertThat(page.locator(".chart-unplaced .chart-card")).hasCount(2);
        visitor.settle().isAccessible();
    }

    private Locator card(String link) {
        return page.locator(".chart-card[data-link='" + link + "']");
    }

    private void drag(Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        var start = from.boundingBox();
        var end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        visitor.settle();
    }

    @Test
    void givesSomebodyAPhotoAndTakesItAway() throws Exception {
        var tier = tier("Photo");
        var link = add(tier, "Photographiée", "");
        var picture = Files.createTempFile("photo", ".png");
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        visitor.open("/contact/record.xhtml?id=" + person(link, tier));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter une photo"))
                .click();
        visitor.isAccessible();
        page.locator("[id='photoForm:photo']").setInputFiles(picture);
        assertThat(page.locator("main")).containsText("La photo est enregistrée.");
        visitor.settle().isAccessible().fitsTheWidth();
        assertThat(page.locator(".photo-button img")).hasJSProperty("naturalWidth", 256);
        visitor.open("/contact/orgchart.xhtml?tier=" + tier);
        assertThat(page.locator(".chart-photo")).hasCount(1);
        var saved =
                page.waitForDownload(() -> page.locator("[data-export-chart]").click());
        assertThat(saved.suggestedFilename()).endsWith(".png");

        visitor.open("/contact/record.xhtml?id=" + person(link, tier));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Changer la photo"))
                .click();
        page.locator("[id='photoForm:photo']")
                .setInputFiles(Files.writeString(Files.createTempFile("texte", ".png"), "pas une photo"));
        assertThat(page.locator("main")).containsText("n’est pas une photo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Changer la photo"))
                .click();
        page.locator("[id='photoForm:deletePhoto']").click();
        assertThat(page.locator("main")).containsText("La photo est supprimée.");
        assertThat(page.locator(".photo-button img")).hasCount(0);
    }

    @Test
    void beginsACallFromTheContactAndIsWarnedOfTheHour() {
        var tier = tier("Appel");
        var link = add(
                tier,
                "Matinale",
                ",\"email\":\"anne@exemple.example\",\"availability\":[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"12:00\"}]");
        visitor.open("/contact/record.xhtml?id=" + person(link, tier));
        page.locator("[popovertarget='actions-" + link + "']").click();
        visitor.isAccessible();
        page.locator("#actions-" + link + " .menu-item").first().click();
        visitor.settle();
        assertThat(page.locator("[id='eventForm:contactId']")).hasValue(person(link, tier));
        page.fill("[id='eventForm:start']", "2026-11-23T15:00");
        page.locator("[id='eventForm:start']").dispatchEvent("change");
        assertThat(page.locator("[id='eventForm:eventDoubts']")).containsText("Lundi : 09:00–12:00");
        visitor.settle().isAccessible().fitsTheWidth();
        page.fill("[id='eventForm:start']", "2026-11-23T10:00");
        page.locator("[id='eventForm:start']").dispatchEvent("change");
        assertThat(page.locator("[id='eventForm:eventDoubts'] .notice")).hasCount(0);
        page.fill("[id='eventForm:subject']", "Relance du devis");
        page.locator("[id='eventForm:addEvent']").click();
        assertThat(page.locator(".activity")).containsText("Anne Matinale");
    }

    @Test
    void choosesWhoReceivesTheInvoices() {
        var tier = tier("Qui reçoit quoi");
        add(tier, "Principale", "");
        var accountant = add(tier, "Comptable", "");
        visitor.open("/tier/record.xhtml?id=" + tier + "&tab=contact").isAccessible();
        page.getByLabel("Facturation").selectOption(accountant);
        assertThat(page.locator("main")).containsText("Le contact par défaut est enregistré.");
        visitor.settle().isAccessible().fitsTheWidth();
        assertThat(page.locator(".usage").first().locator("strong")).hasText("Anne Comptable");
        assertThat(page.locator(".usage").nth(1).locator("strong")).hasText("Anne Principale");
    }

    @Test
    void saysThatAnAddressIsInvalidAndEverybodySeesIt() {
        var tier = tier("Adresse");
        var link = add(tier, "Injoignable", ",\"email\":\"anne@exemple.example\"");
        visitor.open("/contact/record.xhtml?id=" + person(link, tier));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("anne@exemple.example est invalide"))
                .click();
        assertThat(page.locator(".station .person-reach")).containsText("Adresse invalide");
        visitor.settle().isAccessible();
        visitor.open("/contact/orgchart.xhtml?tier=" + tier);
        assertThat(page.locator(".chart-mail")).containsText("Adresse invalide");
    }

    @Test
    void deletesSomebodyTheWholeWay() {
        var tier = tier("Suppression");
        var link = add(tier, "Partante", "");
        add(tier, "Restante", "");
        visitor.open("/contact/record.xhtml?id=" + person(link, tier));
        page.locator("[data-open-dialog='remove-dialog']").click();
        assertThat(page.locator(".removal-steps li")).hasCount(3);
        assertThat(page.locator(".removal-steps")).containsText("Anne Restante prend la place");
        visitor.isAccessible();
        page.locator("[id='removeForm:remove']").click();
        page.waitForURL(Pattern.compile(".*/contact/list\\.xhtml.*"));
        assertThat(page.locator("main")).containsText("La personne est supprimée");
        assertThat(admin.get("tiers/" + tier + "/contacts").json().get("items")).hasSize(1);
    }

    @Test
    void findsSomebodyInTheListOnThePhone() {
        var tier = tier("Annuaire de poche");
        add(tier, "Introuvable", ",\"phone\":\"01 99 00 55 66\"");
        try (var phone = Visitor.onPhone().signIn(cast.user("ASSISTANT", null), Cast.PASSWORD)) {
            phone.open("/contact/list.xhtml?q=introuvable").fitsTheWidth();
            assertThat(phone.page().locator(".contact-table tbody tr")).hasCount(1);
            phone.page().locator(".row-link").first().click();
            phone.settle().fitsTheWidth();
            assertThat(phone.page().locator("h1")).containsText("Anne Introuvable");
        }
    }
}
