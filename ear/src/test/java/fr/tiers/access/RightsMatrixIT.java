package fr.tiers.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import fr.tiers.it.World;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written about a tier asks the matrix of rights, never the name of the role. */
@DisplayName("The matrix of rights")
@ExtendWith(InTheWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixIT {

    private final Cast cast = new Cast(RightsMatrixIT.class);
    private Api admin;
    private Api reader;
    private Api technician;
    private String tier;
    private long other;
    private String tag;

    @BeforeAll
    void prepare() {
        var unit = cast.unit("UN", null);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        reader = Cast.tokenOf(cast.user("READER", unit));
        technician = Cast.tokenOf(cast.user("TECHNICIAN", unit));
        var created = cast.tier(admin, "un", unit);
        tier = "tiers/" + created.get("id").asLong();
        other = cast.tier(admin, "deux", unit).get("id").asLong();
        cast.invoice(created.get("code").asText(), cast.name());
        tag = cast.name();
        World.get()
                .sql()
                .update(
                        """
                        with t as (insert into tag (label, created_by, created_at) values (?, 'test', now()) returning id, label_key)
                        insert into tag_scope (tag_id, object, label_key) select id, 'TIER', label_key from t
                        """,
                        tag);
    }

    /** What is a part of the tier: asks for "Modifier". */
    private Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("contacts", "{\"lastName\":\"Droit\"}");
        parts.put(
                "addresses", "{\"label\":\"Dépôt\",\"line1\":\"1 quai\",\"postalCode\":\"44000\",\"city\":\"Nantes\"}");
        parts.put("tags", "{\"label\":\"" + tag + "\"}");
        parts.put("relations", "{\"type\":\"PARTNER\",\"other\":" + other + "}");
        return parts;
    }

    /** What is added to the tier: asks for "Compléter". */
    private static Map<String, String> additions() {
        return Map.of("notes", "{\"body\":\"Livrer par la cour\"}", "key-figures", "{\"year\":2025,\"turnover\":1000}");
    }

    @Test
    void letsATechnicianCompleteATierButNotChangeIt() {
        parts().forEach((part, body) -> isMissing("Modifier", technician.post(tier + '/' + part, body)));
        additions().forEach((addition, body) -> isDone(technician.post(tier + '/' + addition, body)));
        isMissing("Voir l’encours", technician.get(tier + "/outstanding"));
        assertThat(technician
                        .get(tier + "/relations/tree")
                        .json()
                        .get("outstanding")
                        .isNull())
                .isTrue();
    }

    @Test
    void givesARoleWhateverItGrantsAndNamesWhatItDoesNot() {
        parts().forEach((part, body) -> isMissing("Modifier", reader.post(tier + '/' + part, body)));
        additions().forEach((addition, body) -> isMissing("Compléter", reader.post(tier + '/' + addition, body)));
        isMissing("Modifier", reader.post("contacts", "{\"lastName\":\"Seul\"}"));

        var before = admin.get("rights");
        var matrix = before.json().deepCopy();
        ((ObjectNode) matrix.get("rights").get("READER")).put("EDIT", "STRUCTURE");
        var set = admin.with("If-Match", before.etag()).put("rights", "{\"rights\":" + matrix.get("rights") + "}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        try {
            parts().forEach((part, body) -> isDone(reader.post(tier + '/' + part, body)));
            additions().forEach((addition, body) -> isDone(reader.post(tier + '/' + addition, body)));
            isDone(reader.post("contacts", "{\"lastName\":\"Seul\"}"));
            isMissing("Affecter", reader.post(tier + "/extranet-users", "{\"user\":\"nobody\"}"));
        } finally {
            var reset = admin.with("If-Match", set.etag())
                    .put("rights", "{\"rights\":" + before.json().get("rights") + "}");
            assertThat(reset.status()).as(reset.toString()).isEqualTo(200);
        }
        isMissing("Modifier", reader.post(tier + "/contacts", "{\"lastName\":\"Trop tard\"}"));
    }

    private static void isMissing(String right, Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("right-missing");
        assertThat(answer.json().get("detail").asText()).contains("« " + right + " »");
    }

    private static void isDone(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }
}
