package fr.tiers.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.Mailbox;
import fr.tiers.it.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A meeting with a guest: invited by mail, answered without an account, seen on the page; and the reminder before it. */
@DisplayName("Reminders and invitations")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarJourneyIT {

    private static final Duration LONG = Duration.ofSeconds(40);

    private Cast cast;
    private Api admin;
    private Visitor visitor;
    private Page page;
    private String tier;

    @BeforeAll
    void comeIn() {
        cast = new Cast(CalendarJourneyIT.class);
        var login = cast.user("ADMINISTRATOR", null);
        World.get().sql().update("update app_user set email = ? where login = ?", login + "@ours.example", login);
        admin = Cast.tokenOf(login);
        tier = cast.tier(admin, "Client", null).get("id").asText();
        visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD);
        page = visitor.page();
    }

    @AfterAll
    void leave() {
        visitor.close();
    }

    private String meeting(String subject, Duration ahead, String participants) {
        var start = Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        var answer = admin.post(
                "tiers/" + tier + "/events",
                "{\"type\":\"MEETING\",\"subject\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"meeting\":{\"participants\":[%s]}}"
                        .formatted(subject, start, start.plusSeconds(3600), participants));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    @Test
    void aGuestIsInvitedAndAnswers() throws Exception {
        var address = cast.name().toLowerCase() + "@client.example";
        var id =
                meeting("Visite de l’atelier", Duration.ofDays(4), "{\"email\":\"" + address + "\",\"name\":\"Paul\"}");

        visitor.open("/event/record.xhtml?id=" + id).isAccessible();
        assertThat(page.locator("#eventInvitations")).containsText("Pas invité");
        page.getByLabel("Envoyer les invitations").check();
        page.locator("[id='eventInvitations:invite']").click();
        visitor.settle();
        assertThat(page.locator("#eventInvitations")).containsText("Invité");

        var box = new Mailbox(address);
        Until.holds("the invitation arrives", LONG, () -> !box.letters().isEmpty());
        var link = Pattern.compile("http\\S+(/calendar/answer\\.xhtml\\?t=[\\w-]+&lang=fr)")
                .matcher(box.letters().get(0).text("text/plain"));
        assertThat(link.find()).isTrue();
        try (var guest = Visitor.onPhone()) {
            guest.open(link.group(1)).fitsTheWidth().isAccessible();
            guest.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accepter"))
                    .click();
            guest.settle();
            assertThat(guest.page().locator("#thanks")).containsText("Accepté");
            guest.isAccessible();
        }
        assertThat(admin.get("events/" + id + "/invitations")
                        .json()
                        .get("guests")
                        .get(0)
                        .get("answer")
                        .asText())
                .isEqualTo("ACCEPTED");
        visitor.open("/event/record.xhtml?id=" + id);
        assertThat(page.locator("#eventInvitations")).containsText("Accepté");
    }

    @Test
    void aReminderIsShownUntilItWasSeen() throws Exception {
        meeting(cast.name() + " dans dix minutes", Duration.ofMinutes(10), "");
        Until.holds(
                "the reminder is due",
                LONG,
                () -> !admin.get("reminders").json().get("items").isEmpty());

        visitor.open("/calendar/my/preferences.xhtml");
        var reminder = page.locator(".reminder", new Page.LocatorOptions().setHasText(cast.name()));
        assertThat(reminder).isVisible();
        visitor.isAccessible();
        reminder.getByRole(AriaRole.BUTTON).click();
        assertThat(reminder).hasCount(0);
    }

    @Test
    void preferencesAddressAndImportAreKept() {
        visitor.open("/calendar/my/preferences.xhtml");
        page.getByLabel("Tâches").selectOption("1440");
        page.locator("[id='preferences:save']").click();
        assertThat(page.getByText("Vos préférences sont enregistrées.")).isVisible();
        assertThat(admin.get("reminders/preferences").json().get("task").asInt())
                .isEqualTo(1440);
        page.locator("[id='feed:renew']").click();
        assertThat(page.locator("[id='secret']")).containsText("/calendar/");
        page.locator("[id='feed:revoke']").click();
        assertThat(page.locator("[id='feed:revoke']")).hasCount(0);

        visitor.open("/calendar/my/import.xhtml");
        page.locator("[id='import:look']").click();
        assertThat(page.getByText("Obligatoire.").first()).isVisible();
        visitor.isAccessible();
        page.getByLabel("Nom *").fill("Perso");
        page.getByLabel("Contenu du calendrier *")
                .fill("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\nDTSTART;VALUE=DATE:"
                        + java.time.LocalDate.now().plusDays(12).toString().replace("-", "")
                        + "\nSUMMARY:<b>Congés</b>\nEND:VEVENT\nEND:VCALENDAR\n");
        page.locator("[id='import:look']").click();
        visitor.settle();
        assertThat(page.locator("#import")).containsText("<b>Congés</b>");
        visitor.isAccessible();
        page.locator("[id='import:bringButton']").click();
        assertThat(page.getByText("Calendrier importé : 1 ajoutés, 0 mis à jour."))
                .isVisible();
        assertThat(admin.get("calendar-imports").json().get("items")).hasSize(1);
    }
}
