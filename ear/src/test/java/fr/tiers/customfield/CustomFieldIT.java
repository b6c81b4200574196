package fr.tiers.customfield;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Tags and custom fields of tiers over REST. */
@DisplayName("Tags and custom fields")
@ExtendWith(InTheWorld.class)
class CustomFieldIT {

    private final Cast cast = new Cast(CustomFieldIT.class);
    private Api admin;
    private Api sales;
    private String tier;
    private String code;

    @BeforeEach
    void prepare() {
        var unit = cast.unit("U", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", unit));
        tier = cast.tier(sales, "Champs", unit).get("id").asText();
        code = cast.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void aFieldIsFilledAndFilteredBy() {
        assertThat(sales.post("custom-fields", definition()).status()).isEqualTo(403);
        assertThat(admin.post("custom-fields", definition()).status()).isEqualTo(201);

        var wrong = change("{\"custom\":{\"" + code + "\":\"beaucoup\"}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("custom." + code);
        assertThat(change("{\"custom\":{\"" + code + "\":42}}")
                        .json()
                        .at("/custom/" + code)
                        .asInt())
                .isEqualTo(42);

        assertThat(sales.get("tiers?custom." + code + ".min=40")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(tier);
        assertThat(sales.get("tiers?custom." + code + ".min=43").json().get("items"))
                .isEmpty();
        assertThat(sales.get("tiers?custom.nobody=1").status()).isEqualTo(400);
        assertThat(sales.get("tiers?sort=-custom." + code + "&limit=1")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(tier);
    }

    @Test
    void aRuleIsTheSameForPrograms() {
        var rule =
                """
                ,"required":true,"visible":{"all":[{"field":"types","op":"EQ","value":"SUPPLIER"},
                  {"any":[{"field":"kind","op":"EQ","value":"COMPANY"},{"field":"custom.%s","op":"NOT_EMPTY"}]}]}"""
                        .formatted(code);
        var wrong = admin.post("custom-fields", definition(code + "b", rule));
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("visible");
        assertThat(admin.post("custom-fields", definition()).status()).isEqualTo(201);
        assertThat(admin.post("custom-fields", definition(code + "b", rule)).status())
                .isEqualTo(201);

        // a prospect does not have it, whatever is sent
        assertThat(change("{\"custom\":{\"" + code + "b\":1}}")
                        .json()
                        .at("/custom/" + code + "b")
                        .isMissingNode())
                .isTrue();
        var missing = change("{\"types\":[\"SUPPLIER\"]}");
        assertThat(missing.json().at("/violations/0/field").asText()).isEqualTo("custom." + code + "b");
        assertThat(change("{\"types\":[\"SUPPLIER\"],\"custom\":{\"" + code + "b\":7}}")
                        .status())
                .isEqualTo(200);
        assertThat(sales.get("tiers?custom." + code + "b=7")
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(tier);
    }

    @Test
    void aDefinitionThatChangesMeanwhileIsAnsweredClearly() {
        var id = admin.post("custom-fields", definition()).json().get("id").asText();
        var path = "custom-fields/" + id;
        assertThat(change("{\"custom\":{\"" + code + "\":42}}").status()).isEqualTo(200);
        var inactive = definition().replace("}", ",\"active\":false}");
        var first = admin.get(path).etag();
        assertThat(admin.put(path, inactive).status()).isEqualTo(428);
        assertThat(admin.with("If-Match", first).put(path, inactive).status()).isEqualTo(200);
        assertThat(admin.with("If-Match", first).put(path, inactive).status()).isEqualTo(412);

        assertThat(change("{\"custom\":{\"" + code + "\":42}}").status()).isEqualTo(200);
        var refused = change("{\"custom\":{\"" + code + "\":43}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("field-inactive");
    }

    @Test
    void aFieldOfContactsIsFilledAndFilteredByWithTheSameRules() {
        assertThat(admin.post("custom-fields", definition("CONTACT")).status()).isEqualTo(201);
        assertThat(admin.get("custom-fields?object=CONTACT").json().toString()).contains(code);
        var added = sales.post(
                "tiers/" + tier + "/contacts", "{\"lastName\":\"Kermarec\",\"custom\":{\"" + code + "\":7}}");
        var person = "contacts/" + added.json().get("contactId").asText();

        followsTheRules(person, "contacts");
        assertThat(sales.get("tiers/" + tier + "/history?field=custom." + code)
                        .json()
                        .at("/items/0/entity")
                        .asText())
                .isEqualTo("contact");
    }

    @Test
    void aFieldOfAddressesIsFilledAndFilteredByWithTheSameRules() {
        assertThat(admin.post("custom-fields", definition("ADDRESS")).status()).isEqualTo(201);
        var added = sales.post(
                "tiers/" + tier + "/addresses",
                "{\"label\":\"Quai\",\"usages\":[\"SITE\"],\"custom\":{\"" + code + "\":7}}");

        followsTheRules("addresses/" + added.json().get("id").asText(), "sites");
    }

    @Test
    void aFieldOfEventsIsLimitedToTypesAndCheckedLikeOthers() {
        var limited = definition("EVENT").replace("}", ",\"required\":true,\"tierTypes\":[\"MEETING\"]}");
        assertThat(admin.post("custom-fields", limited).status()).isEqualTo(201);

        assertThat(event("CALL", "{}").status()).isEqualTo(201);
        var refused = event("MEETING", "{\"nobody\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.toString()).contains("custom." + code, "custom.nobody");
        assertThat(event("MEETING", "{\"" + code + "\":7}").status()).isEqualTo(201);
        assertThat(sales.get("tiers/" + tier + "/events")
                        .json()
                        .at("/items/0/custom/" + code)
                        .asInt())
                .isEqualTo(7);
        assertThat(sales.get("tiers/999999999/events").status()).isEqualTo(404);
        var field = "custom-fields/" + fieldOf("EVENT").get("id").asText();
        admin.with("If-Match", admin.get(field).etag()).delete(field);
    }

    private Api.Answer event(String type, String custom) {
        return sales.post(
                "tiers/" + tier + "/events",
                "{\"type\":\"" + type + "\",\"subject\":\"Revue\",\"custom\":" + custom + "}");
    }

    private JsonNode fieldOf(String object) {
        for (var field : admin.get("custom-fields?object=" + object).json().get("items")) {
            if (field.get("code").asText().equals(code)) {
                return field;
            }
        }
        throw new AssertionError(code);
    }

    /** What holds of the values of any object. */
    private void followsTheRules(String path, String list) {
        assertThat(sales.get(path).json().at("/custom/" + code).asInt()).isEqualTo(7);
        var wrong = patch(path, "{\"custom\":{\"" + code + "\":\"beaucoup\"}}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("custom." + code);
        assertThat(patch(path, "{\"custom\":{\"nobody\":1}}").status()).isEqualTo(400);
        assertThat(patch(path, "{\"custom\":[]}").status()).isEqualTo(400);
        assertThat(patch(path, "{\"custom\":{\"" + code + "\":42}}")
                        .json()
                        .at("/custom/" + code)
                        .asInt())
                .isEqualTo(42);
        var id = path.substring(path.indexOf('/') + 1);
        assertThat(sales.get(list + "?custom." + code + ".min=40").toString()).contains("\"id\":" + id + ",");
        assertThat(sales.get(list + "?custom." + code + ".min=43").json().get("items"))
                .isEmpty();
        assertThat(sales.get(list + "?custom.nobody=1").status()).isEqualTo(400);
        assertThat(sales.get(list + "?sort=-custom." + code + "&limit=1").toString())
                .contains("\"id\":" + id + ",");
        assertThat(sales.get(list + "?sort=custom.nobody").status()).isEqualTo(400);
        assertThat(patch(path, "{\"custom\":{\"" + code + "\":null}}").json().get("custom"))
                .isEmpty();
    }

    @Test
    void aTagIsPutOnAndTakenOff() {
        var label = cast.name() + " Été";
        var added = sales.post("tiers/" + tier + "/tags", "{\"label\":\"" + label + "\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(sales.get("tiers?tag=" + Api.encode(label.replace("Été", "ETE")))
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(tier);
        assertThat(sales.delete("tiers/" + tier + "/tags/"
                                + added.json().get("id").asText())
                        .status())
                .isEqualTo(204);
        assertThat(sales.get("tiers/" + tier + "/tags").json().get("items")).isEmpty();
        assertThat(sales.post("tags", "{\"label\":\"x\"}").status()).isEqualTo(403);
    }

    /** The form of tiers is everybody's: nothing of this stays in it. */
    @AfterEach
    void takeAway() {
        admin.get("custom-fields").json().get("items").forEach(field -> {
            // the one that leans on the other first
            if (field.get("code").asText().equals(code + "b")) {
                var path = "custom-fields/" + field.get("id").asText();
                admin.with("If-Match", admin.get(path).etag()).put(path, definition(code + "b", ""));
                archive(field.get("id").asText());
            }
        });
        admin.get("custom-fields").json().get("items").forEach(field -> {
            if (field.get("code").asText().equals(code)) {
                archive(field.get("id").asText());
            }
        });
    }

    private void archive(String id) {
        var path = "custom-fields/" + id;
        admin.with("If-Match", admin.get(path).etag()).delete(path);
    }

    private String definition() {
        return definition("TIER");
    }

    private String definition(String object) {
        return definition(code, ",\"listed\":true,\"object\":\"" + object + '"');
    }

    private static String definition(String code, String more) {
        return "{\"code\":\"%s\",\"type\":\"INTEGER\",\"labelFr\":\"Lits\",\"filterable\":true%s}"
                .formatted(code, more);
    }

    private Api.Answer change(String patch) {
        return patch("tiers/" + tier, patch);
    }

    private Api.Answer patch(String path, String patch) {
        return sales.with("If-Match", sales.get(path).etag()).patch(path, patch);
    }
}
