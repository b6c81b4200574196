package fr.tiers.codelist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What all administered lists promise a program. */
@DisplayName("An administered list")
class CodeListIT {

    private static final Cast CAST = new Cast(CodeListIT.class);
    private static final String SPECIAL =
            ",\"function\":\"NONE\",\"colour\":\"teal\",\"icon\":\"pi-link\",\"byDefault\":false";
    private static final String INVERSE = ",\"inverseFr\":\"Inverse\",\"inverseEn\":\"Inverse\",\"symmetric\":false";
    private static final String KIND = ",\"kind\":\"MEETING\",\"colour\":\"teal\",\"icon\":\"pi-video\"";
    /** What some lists demand beside what all have. */
    private static final Map<String, String> MORE =
            Map.of("", "", "special", SPECIAL, "inverse", INVERSE, "kind", KIND);

    private static Api admin;
    private static Api sales;

    @BeforeAll
    static void prepare() {
        admin = Cast.tokenOf(CAST.user("ADMINISTRATOR", null));
        sales = Cast.tokenOf(CAST.user("SALES", CAST.unit("UN", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "collaborator-types, ''",
        "document-categories, ''",
        "job-families, ''",
        "habilitation-types, ''",
        "tier-types, special",
        "relation-types, inverse",
        "event-types, kind"
    })
    void isReadByEverybodyAndKeptByAdministrators(String list, String kind) {
        var code = CAST.name();
        var path = list + '/' + code;
        var body = "{\"code\":\"" + code + "\",\"labelFr\":\" Énergie \",\"labelEn\":\"Energy\"" + MORE.get(kind) + '}';

        assertThat(sales.post(list, body).status()).isEqualTo(403);
        var created =
                admin.with("Idempotency-Key", "\"" + list + '-' + code + '"').post(list, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location").orElseThrow()).endsWith(Api.ROOT + path);
        assertThat(created.json().get("labelFr").asText()).isEqualTo("Énergie");
        assertThat(created.json().get("position").asInt()).isEqualTo(100);
        assertThat(created.json().get("active").asBoolean()).isTrue();
        assertThat(admin.with("Idempotency-Key", "\"" + list + '-' + code + '"')
                        .post(list, body)
                        .body())
                .isEqualTo(created.body());
        assertThat(admin.post(list, body).body()).contains("already-used");
        assertThat(sales.get(list).body()).contains('"' + code + '"');
        assertThat(sales.get(path).etag()).isEqualTo(created.etag());

        var change = ((ObjectNode) created.json()).put("labelFr", "Énergies").put("active", false);
        change.remove("version");
        assertThat(admin.put(path, change.toString()).status()).isEqualTo(428);
        assertThat(sales.with("If-Match", created.etag())
                        .put(path, change.toString())
                        .status())
                .isEqualTo(403);
        var changed = admin.with("If-Match", created.etag()).put(path, change.toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.json().get("labelFr").asText()).isEqualTo("Énergies");
        assertThat(admin.with("If-Match", created.etag())
                        .put(path, change.toString())
                        .status())
                .isEqualTo(412);
        assertThat(admin.with("If-Match", changed.etag())
                        .put(path, change.put("code", "OTHER_CODE").toString())
                        .body())
                .contains("immutable");

        assertThat(sales.delete(path).status()).isEqualTo(403);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"collaborator-types, SALES", "job-families, MANAGEMENT"})
    void keepsWhatTheApplicationCountsOn(String list, String code) {
        var refused = admin.delete(list + '/' + code);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).endsWith("-in-use");
    }

    @Test
    void ofJobFamiliesIsOfferedToContactsUntilItIsDeactivated() {
        var code = CAST.name() + "_HSE";
        var body = "{\"code\":\"" + code + "\",\"labelFr\":\"Sécurité\",\"labelEn\":\"Safety\"}";
        assertThat(admin.post("job-families", body).status()).isEqualTo(201);
        var tier = CAST.tier(admin, "Famille", CAST.unit("DEUX", null)).get("id");
        var contacts = "tiers/" + tier + "/contacts";
        var contact = "{\"lastName\":\"Prudent\",\"jobFamily\":\"" + code + "\"}";
        var added = admin.post(contacts, contact);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(admin.get("contacts?jobFamily=" + code).body()).contains("Prudent");
        assertThat(admin.delete("job-families/" + code).problem()).isEqualTo("job-family-in-use");

        var off = admin.with("If-Match", "\"0\"").put("job-families/" + code, body.replace("}", ",\"active\":false}"));
        assertThat(off.status()).as(off.toString()).isEqualTo(200);
        assertThat(admin.post(contacts, contact).status()).isEqualTo(400);
    }
}
