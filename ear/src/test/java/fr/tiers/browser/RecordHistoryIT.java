package fr.tiers.browser;

import com.microsoft.playwright.options.SelectOption;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who changed what, and what the record said on a past day. */
@DisplayName("The past of a tier")
@ExtendWith(InTheWorld.class)
class RecordHistoryIT {

    private final Cast cast = new Cast(RecordHistoryIT.class);
    private final String login = cast.user("ADMINISTRATOR", null);
    private final Api admin = Cast.tokenOf(login);
    private String tier;

    @BeforeEach
    void live() {
        tier = cast.tier(admin, "Mémoire", null).get("id").asText();
        change("{\"phone\":\"01 99 00 00 01\",\"tags\":[\"" + cast.name() + "A\"]}");
        // all of it was ten days ago
        World.get()
                .sql()
                .update("update history_entry set at = at - interval '10 days' where tier_id = ?", Long.valueOf(tier));
        World.get()
                .sql()
                .update(
                        "update tier set created_at = created_at - interval '10 days' where id = ?",
                        Long.valueOf(tier));
        change("{\"phone\":\"01 99 00 00 02\",\"sector\":\"Santé\",\"tags\":[\"" + cast.name() + "B\"]}");
    }

    @Test
    void isFilteredByFieldAndTakenAlongAsCsv() throws IOException {
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier + "&tab=history")
                    .page();
            var lines = page.locator(".history-table tbody tr");
            assertThat(page.locator(".history-table")).containsText("Santé");

            page.locator("select[name=field]").selectOption(new SelectOption().setLabel("Téléphone"));
            page.locator(".history-filters button[type=submit]").click();
            visitor.settle().isAccessible();
            assertThat(lines).hasCount(2);
            assertThat(lines.first().locator(".h-old")).hasText("01 99 00 00 01");
            assertThat(lines.first().locator(".h-new")).hasText("01 99 00 00 02");

            var file = page.waitForDownload(
                    () -> page.locator(".history-state a.button").click());
            var csv = Files.readAllLines(file.path());
            assertThat(csv).hasSize(3);
            assertThat(csv.get(1)).contains("01 99 00 00 02");
            assertThat(String.join("\n", csv)).doesNotContain("Santé");
        }
    }

    @Test
    void isSeenAsItStoodOnADay() {
        var day = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(5);
        try (var visitor = Visitor.atDesk().signIn(login, Cast.PASSWORD)) {
            var page = visitor.open("/tier/record.xhtml?id=" + tier).page();
            page.locator("[popovertarget=more-menu]").click();
            page.locator("#more-menu a[href*='asof']").click();
            page.locator("input[name=date]").fill(day.toString());
            page.locator(".asof-when button").click();
            visitor.settle().isAccessible();

            assertThat(page.locator(".record-summary")).containsText("01 99 00 00 01");
            assertThat(page.locator(".asof-changes")).containsText("Santé");
            assertThat(page.locator(".record-line")).containsText(cast.name() + "A");
            assertThat(page.locator(".record-line")).not().containsText(cast.name() + "B");

            page.locator("input[name=date]").fill(day.minusDays(30).toString());
            page.locator(".asof-when button").click();
            assertThat(page.locator(".empty-state, .empty")).isVisible();
        }
        var then = admin.get("tiers/" + tier + "?asOf=" + day).json();
        assertThat(then.get("tags").toString()).isEqualTo("[\"" + cast.name() + "A\"]");
        assertThat(then.get("sector").isNull()).isTrue();
    }

    private void change(String fields) {
        var path = "tiers/" + tier;
        var answer = admin.with("If-Match", admin.get(path).etag()).patch(path, fields);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
