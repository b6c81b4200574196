package fr.tiers.customfield;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Custom fields that lead to files and to people over REST. */
@DisplayName("Files and people in custom fields")
@ExtendWith(InTheWorld.class)
class FieldLinkIT {

    private static final String BOUNDARY = "----tiers";
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\u0008\6\0\0\0";

    private final Cast cast = new Cast(FieldLinkIT.class);
    private final String code = cast.name().toLowerCase(Locale.ROOT);
    private Api admin;
    private Api sales;
    private Api elsewhere;
    private String tier;
    private String other;
    private String field;

    @BeforeEach
    void prepare() {
        var here = cast.unit("HERE", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(cast.user("SALES", here));
        elsewhere = Cast.tokenOf(cast.user("SALES", cast.unit("ELSEWHERE", null)));
        tier = "tiers/" + cast.tier(sales, "Ici", here).get("id").asText();
        other = "tiers/"
                + cast.tier(elsewhere, "Ailleurs", cast.name() + "-ELSEWHERE")
                        .get("id")
                        .asText();
    }

    @AfterEach
    void takeAway() {
        admin.with("If-Match", admin.get(field).etag()).delete(field);
    }

    private void define(String type, String more) {
        var answer = admin.post(
                "custom-fields",
                "{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"Pièce\",\"filterable\":true%s}"
                        .formatted(code, type, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        field = "custom-fields/" + answer.json().get("id").asText();
    }

    private static String upload(Api caller, String tier, String name, String content) {
        var answer = caller.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send(
                        "POST",
                        tier + "/documents",
                        BodyPublishers.ofString(
                                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                        + name
                                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--"
                                        + BOUNDARY + "--\r\n",
                                java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private Api.Answer put(String value) {
        return sales.with("If-Match", sales.get(tier).etag())
                .patch(tier, "{\"custom\":{\"" + code + "\":" + value + "}}");
    }

    private void refused(String value) {
        var answer = put(value);
        assertThat(answer.status()).as(value + answer).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo("custom." + code);
    }

    @Test
    void aFileIsADocumentOfTheTierItself() {
        define("FILE", ",\"required\":true");
        var mine = upload(sales, tier, "contrat.pdf", "%PDF-1.4 contrat");
        var theirs = upload(elsewhere, other, "secret.pdf", "%PDF-1.4 secret");

        refused(theirs);
        refused("999999999");
        refused("\"contrat.pdf\"");
        refused("null");
        assertThat(put(mine).json().at("/custom/" + code).asText()).isEqualTo(mine);
        assertThat(sales.get("documents/" + mine + "/content").status()).isEqualTo(200);
        assertThat(elsewhere.get("documents/" + mine + "/content").status()).isEqualTo(404);
        assertThat(sales.get("tiers?custom." + code + ".empty=false").json().get("items"))
                .hasSize(1);

        // the document goes: what named it stays as it was, and cannot be named anew
        var path = "documents/" + mine;
        assertThat(sales.with("If-Match", sales.get(path).etag()).delete(path).status())
                .isEqualTo(204);
        assertThat(put(mine).status()).isEqualTo(200);
        var second = upload(sales, tier, "avenant.pdf", "%PDF-1.4 avenant");
        assertThat(put(second).status()).isEqualTo(200);
        refused(mine);
    }

    @Test
    void anImageIsAPictureThatCanBeShown() {
        define("IMAGE", "");
        refused(upload(sales, tier, "plan.pdf", "%PDF-1.4 plan"));
        assertThat(put(upload(sales, tier, "photo.png", PNG)).status()).isEqualTo(200);
    }

    @Test
    void aContactIsOneTheCallerMaySee() {
        define("LINK", ",\"target\":\"CONTACT\"");
        var mine = person(sales, tier);
        refused(person(elsewhere, other));
        assertThat(put(mine).json().at("/custom/" + code).asText()).isEqualTo(mine);
        assertThat(sales.get("tiers?custom." + code + "=" + mine).json().get("items"))
                .hasSize(1);
        assertThat(put(mine).status()).isEqualTo(200);
    }

    private String person(Api caller, String tier) {
        var answer = caller.post(tier + "/contacts", "{\"lastName\":\"Dupont\",\"firstName\":\"Anne\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("contactId").asText();
    }
}
