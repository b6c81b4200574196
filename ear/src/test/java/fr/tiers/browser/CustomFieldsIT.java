package fr.tiers.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A custom field from the administrator's page to the list that is filtered by it, and what happens when it changes meanwhile. */
@DisplayName("Custom fields on the pages")
@ExtendWith(InTheWorld.class)
class CustomFieldsIT {

    private static final Pattern RECORD = Pattern.compile(".*/tier/record\\.xhtml.*");

    private final Cast cast = new Cast(CustomFieldsIT.class);
    private final String code = cast.name().toLowerCase(Locale.ROOT);
    private final String label = "Chambres " + cast.name();
    private String administrator;
    private Api admin;
    private String seller;
    private String tier;

    @BeforeEach
    void prepare() {
        var unit = cast.unit("U", null);
        administrator = cast.user("ADMINISTRATOR", null);
        admin = Cast.tokenOf(administrator);
        seller = cast.user("SALES", unit);
        tier = cast.tier(Cast.tokenOf(seller), "Hôtel", unit).get("id").asText();
    }

    /** The form of tiers is everybody's: nothing of this stays in it. */
    @AfterEach
    void takeAway() {
        admin.get("custom-fields").json().get("items").forEach(field -> {
            if (field.get("code").asText().startsWith(code)
                    && field.path("archivedAt").isNull()) {
                var path = "custom-fields/" + field.get("id").asText();
                admin.with("If-Match", admin.get(path).etag()).delete(path);
            }
        });
    }

    @Test
    void anAdministratorAddsAFieldThatIsFilledInAndFilteredBy() {
        try (var visitor = Visitor.atDesk().signIn(administrator, Cast.PASSWORD)) {
            addField(visitor);
        }
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml?id=" + tier).page();
            assertThat(input(page, code)).hasCount(0);
            page.locator("[id='tier:types'] label", new Page.LocatorOptions().setHasText("Fournisseur"))
                    .click();
            quiet(page);
            input(page, code).fill("quarante");
            page.locator("[id='tier:save']").click();
            assertThat(page.locator("#messages")).containsText("Certaines valeurs ne conviennent pas");
            assertThat(page.locator("[data-custom='" + code + "'] .custom-error"))
                    .isVisible();
            assertThat(input(page, code)).hasAttribute("aria-describedby", "custom-error-" + code);
            visitor.settle().isAccessible();
            input(page, code).fill("42");
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
            visitor.open("/tier/record.xhtml?tab=customfield&id=" + tier);
            assertThat(page.locator("main")).containsText(label);
            assertThat(page.locator("main")).containsText("42");

            visitor.open("/tier/list.xhtml");
            page.locator("[data-toggle-filters]").click();
            page.getByLabel(label + " à partir de").fill("40");
            page.locator("#filter-panel button[type=submit]").click();
            visitor.settle();
            assertThat(page.locator(".tier-table")).containsText(cast.name());
            assertThat(page.locator(".chips")).containsText(label + " : ≥ 40");
            visitor.open("/tier/list.xhtml?custom." + code + ".min=43");
            assertThat(page.locator("main")).not().containsText(cast.name() + " Hôtel");
        }
    }

    private void addField(Visitor visitor) {
        var page = visitor.open("/customfield/list.xhtml").page();
        page.locator("[id='fields:addField']").click();
        page.locator("[id='fields:labelFr']").fill(label);
        page.locator("[id='fields:code']").fill(code);
        page.locator("[id='fields:type']").selectOption("INTEGER");
        quiet(page);
        page.locator("[id='fields:filterable']").check();
        var rule = page.locator("[data-rule=visible]");
        add(visitor, rule, "Ajouter une condition");
        choose(visitor, rule, "fact", "types");
        rule.locator("select[id$=choice]").selectOption("SUPPLIER");
        // a group: and (is a company, or is a household)
        add(visitor, rule, "Ajouter un groupe");
        choose(visitor, rule, "fact", "kind");
        rule.locator("select[id$=choice]").last().selectOption("COMPANY");
        visitor.isAccessible().fitsTheWidth();
        page.locator("[id='fields:save']").click();
        assertThat(page.locator("table.cards")).containsText(label);
        var visible = fieldOf(code).get("visible");
        assertThat(visible.toString()).contains("SUPPLIER").contains("COMPANY");
        assertThat(visible.at("/all").size()).isEqualTo(2);
    }

    /** The queue is filled at once by a click or a choice, and empty when the answer has been drawn. */
    private static void quiet(Page page) {
        page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    }

    private static void add(Visitor visitor, Locator rule, String button) {
        rule.getByText(button).first().click();
        quiet(visitor.page());
    }

    private static void choose(Visitor visitor, Locator rule, String which, String value) {
        rule.locator("select[id$=" + which + "]").last().selectOption(value);
        quiet(visitor.page());
    }

    @Test
    void whatIsTypedIntoAFieldThatWasDeactivatedMeanwhileIsRefusedClearlyAndTheRestIsKept() {
        create(code, "INTEGER", "");
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml?id=" + tier).page();
            input(page, code).fill("50");
            page.locator("[id='tier:city']").fill("Quimper");
            change(code, "INTEGER", ",\"active\":false");
            page.locator("[id='tier:save']").click();
            assertThat(page.locator("[data-custom='" + code + "'] .custom-error"))
                    .containsText("désactivé entre-temps");
            assertThat(input(page, code)).hasValue("50");
            assertThat(input(page, code)).hasAttribute("readonly", "readonly");
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
        }
        var saved = admin.get("tiers/" + tier).json();
        assertThat(saved.at("/address/city").asText()).isEqualTo("Quimper");
        assertThat(saved.at("/custom/" + code).isMissingNode()).isTrue();
    }

    @Test
    void aChoiceThatWasTakenAwayMeanwhileIsRefusedAndNoLongerOffered() {
        create(code, "SELECT", options("A", "B"));
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml?id=" + tier).page();
            var choice = page.locator("[data-custom='" + code + "'] select");
            choice.selectOption("B");
            change(code, "SELECT", options("A"));
            page.locator("[id='tier:save']").click();
            assertThat(page.locator("[data-custom='" + code + "'] .custom-error"))
                    .containsText("Valeur inconnue");
            assertThat(choice.locator("option[value=B]")).hasCount(0);
            choice.selectOption("A");
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
        }
        assertThat(admin.get("tiers/" + tier).json().at("/custom/" + code).asText())
                .isEqualTo("A");
    }

    @Test
    void aFileIsSentFromTheFormAndReadOnTheRecord() {
        create(code, "FILE", "");
        try (var visitor = Visitor.atDesk().signIn(seller, Cast.PASSWORD)) {
            var page = visitor.open("/tier/edit.xhtml?id=" + tier).page();
            var box = page.locator("[data-custom='" + code + "']");
            box.locator("input[type=file]").setInputFiles(file("note.pdf", "<html><script>1</script>"));
            assertThat(box.locator("[role=status]")).containsText("n’est pas ce que son nom annonce");
            box.locator("input[type=file]").setInputFiles(file("contrat.pdf", "%PDF-1.4 contrat"));
            assertThat(box.locator("[role=status]")).containsText("Fichier reçu");
            assertThat(box.locator("a")).hasText("contrat.pdf");
            visitor.isAccessible().fitsTheWidth();
            page.locator("[id='tier:save']").click();
            page.waitForURL(RECORD);
            visitor.open("/tier/record.xhtml?tab=customfield&id=" + tier);
            assertThat(page.locator("main a", new Page.LocatorOptions().setHasText("contrat.pdf")))
                    .hasAttribute("href", Pattern.compile(".*/document/view\\.xhtml\\?id=\\d+"));
        }
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(
                name, "application/octet-stream", content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldThatTheFirstWasThere() {
        create(code, "INTEGER", "");
        try (var visitor = Visitor.atDesk().signIn(administrator, Cast.PASSWORD)) {
            var page = visitor.open("/customfield/list.xhtml").page();
            page.locator("tr", new Page.LocatorOptions().setHasText(code))
                    .locator("button")
                    .first()
                    .click();
            page.locator("[id='fields:labelEn']").fill("Rooms");
            change(code, "INTEGER", ",\"required\":false,\"helpFr\":\"Toutes\"");
            page.locator("[id='fields:save']").click();
            assertThat(page.locator("#messages")).containsText("entre-temps");
        }
        assertThat(fieldOf(code).get("helpFr").asText()).isEqualTo("Toutes");
    }

    private static Locator input(Page page, String code) {
        return page.locator("[data-custom='" + code + "'] input");
    }

    private static String options(String... codes) {
        return ",\"options\":["
                + String.join(
                        ",",
                        java.util.stream.Stream.of(codes)
                                .map(code -> "{\"code\":\"" + code + "\"}")
                                .toList())
                + "]";
    }

    private String definition(String type, String more) {
        return "{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"%s\"%s}".formatted(code, type, label, more);
    }

    private void create(String field, String type, String more) {
        var answer = admin.post("custom-fields", definition(type, more));
        assertThat(answer.status()).as(field + answer).isEqualTo(201);
    }

    private void change(String field, String type, String more) {
        var path = "custom-fields/" + fieldOf(field).get("id").asText();
        var answer = admin.with("If-Match", admin.get(path).etag()).put(path, definition(type, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private com.fasterxml.jackson.databind.JsonNode fieldOf(String field) {
        for (var each : admin.get("custom-fields").json().get("items")) {
            if (each.get("code").asText().equals(field)) {
                return each;
            }
        }
        throw new AssertionError("no field " + field);
    }
}
