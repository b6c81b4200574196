package fr.tiers.customfield;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees and who changes a custom field, over REST, with two roles. */
@DisplayName("Rights of custom fields")
@ExtendWith(InTheWorld.class)
class FieldRightsIT {

    private final Cast cast = new Cast(FieldRightsIT.class);
    private final String code = cast.name().toLowerCase(Locale.ROOT);
    private final List<String> defined = new ArrayList<>();
    private Api admin;
    private Api sales;
    private Api manager;
    private String tier;

    @BeforeEach
    void prepare() {
        var unit = cast.unit("U", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", unit));
        manager = Cast.tokenOf(cast.user("SALES_MANAGER", unit));
        tier = "tiers/" + cast.tier(sales, "Droits", unit).get("id").asText();
    }

    @AfterEach
    void takeAway() {
        defined.forEach(path -> admin.with("If-Match", admin.get(path).etag()).delete(path));
    }

    private void define(String suffix, String type, String more) {
        var answer = admin.post(
                "custom-fields",
                "{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"Marge\",\"listed\":true,\"filterable\":true%s}"
                        .formatted(code + suffix, type, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        defined.add(0, "custom-fields/" + answer.json().get("id").asText());
    }

    private Api.Answer set(Api who, String suffix, String value) {
        return who.with("If-Match", who.get(tier).etag())
                .patch(tier, "{\"custom\":{\"" + code + suffix + "\":" + value + "}}");
    }

    @Test
    void whoMayNotSeeAFieldMeetsItNowhereAndLosesNothingOfIt() {
        define("", "INTEGER", ",\"searchable\":true,\"visibleTo\":[\"SALES_MANAGER\"]");
        define("x", "COMPUTED", ",\"formula\":\"" + code + " * 2\"");
        var set = set(manager, "", "4711");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.json().at("/custom/" + code + "x").asInt()).isEqualTo(9422);

        var seen = sales.get(tier);
        assertThat(seen.json().get("custom").toString()).doesNotContain(code);
        assertThat(sales.get("tiers?q=" + cast.name()).json().toString()).doesNotContain("4711");
        assertThat(sales.get("tiers?custom." + code + ".min=1").status()).isEqualTo(400);
        assertThat(sales.get("tiers?sort=custom." + code).status()).isEqualTo(400);
        assertThat(sales.get("tiers?sort=custom." + code + "x").status()).isEqualTo(400);
        assertThat(manager.get("tiers?custom." + code + ".min=1").json().get("items"))
                .hasSize(1);
        assertThat(sales.get("custom-fields").json().toString()).doesNotContain("\"" + code);
        assertThat(sales.get(defined.get(1)).status()).isEqualTo(404);
        assertThat(sales.get(tier + "/history").json().toString()).doesNotContain("custom." + code);
        assertThat(sales.get(tier + "/timeline").json().toString()).doesNotContain("custom." + code);
        assertThat(manager.get(tier + "/history").json().toString()).contains("custom." + code);
        var today = LocalDate.now().toString();
        assertThat(sales.get(tier + "?asOf=" + today).json().toString()).doesNotContain("4711");

        var refused = set(sales, "", "1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("unknown-field");
        // what was read goes back as it was
        var saved = sales.with("If-Match", seen.etag()).patch(tier, "{\"observation\":\"Vu\",\"custom\":{}}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(manager.get(tier).json().at("/custom/" + code).asInt()).isEqualTo(4711);
    }

    @Test
    void whoMayOnlyReadAFieldIsRefusedToChangeIt() {
        define("", "STRING", ",\"editableBy\":[\"SALES_MANAGER\"]");
        assertThat(set(manager, "", "\"haute\"").status()).isEqualTo(200);
        assertThat(sales.get(tier).json().at("/custom/" + code).asText()).isEqualTo("haute");
        var refused = set(sales, "", "\"basse\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("field-locked");
        assertThat(set(sales, "", "\"haute\"").status()).isEqualTo(200);
    }

    @Test
    void aFieldThatIsNotForProgramsIsUnknownToThem() {
        define("", "STRING", ",\"api\":false,\"printable\":true");
        assertThat(admin.get(defined.get(0)).json().get("printable").asBoolean())
                .isTrue();
        var refused = set(manager, "", "\"x\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("unknown-field");
        assertThat(manager.get("tiers?custom." + code + "=x").status()).isEqualTo(400);
    }

    @Test
    void rolesAreThoseThatExistAndFormattedTextIsCleaned() {
        var wrong = admin.post(
                "custom-fields",
                "{\"code\":\"%s\",\"type\":\"STRING\",\"labelFr\":\"Marge\",\"visibleTo\":[\"BOSS\"]}".formatted(code));
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("visibleTo");
        define("", "HTML", "");
        var kept = set(sales, "", "\"<p onclick='x()'>Un <b>mot</b></p><script>1</script>\"");
        assertThat(kept.json().at("/custom/" + code).asText()).isEqualTo("<p>Un <b>mot</b></p>");
    }
}
