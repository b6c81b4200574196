package fr.tiers.tier;

import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Fields of a tier that rules depend on, over REST. */
@DisplayName("Fields of a tier")
@ExtendWith(InTheWorld.class)
class TierFieldsIT {

    private final Cast cast = new Cast(TierFieldsIT.class);
    private Api admin;

    @BeforeEach
    void prepare() {
        admin = Cast.as(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void whatIsReadCanBeWrittenBackWithoutAChange() {
        var created = create(
                """
                "kind":"HOUSEHOLD","fax":"04 72 11 22 33","sector":"Santé","headcountBand":"11","capital":12000.5,"foundedOn":"1998-03-01",
                "otherEmails":[{"type":"BILLING","email":"compta@exemple.fr"}],"blocked":true,"blockedReason":"Impayés",
                "blockedUntil":"2030-01-31","underWatch":true,"watchReason":"Litige","watchUntil":"2030-02-28"
                """);
        var id = created.json().get("id").asText();
        var read = admin.get("tiers/" + id);
        assertThat(read.json().get("blockedBy").asText()).isNotEmpty();

        var patched = admin.with("If-Match", read.etag()).patch("tiers/" + id, "{}");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        for (var field : new String[] {
            "kind",
            "individual",
            "fax",
            "sector",
            "headcountBand",
            "capital",
            "foundedOn",
            "otherEmails",
            "blockedUntil",
            "blockedBy",
            "blockedAt",
            "watchReason",
            "watchUntil",
            "watchedBy"
        }) {
            assertThat(patched.json().get(field))
                    .as(field)
                    .isEqualTo(read.json().get(field));
        }
    }

    @Test
    void theShortWayToSayIndividualStillWorks() {
        var tier = create("\"individual\":true,\"lastName\":\"Kermarec\"").json();

        assertThat(tier.get("kind").asText()).isEqualTo("INDIVIDUAL");
        assertThat(tier.get("individual").asBoolean()).isTrue();
    }

    @Test
    void theKindAndTheShortWayAgreeWhicheverIsPatched() {
        var id = create("\"kind\":\"COMPANY\"").json().get("id").asText();

        assertThat(kindAfter(id, "{\"individual\":true}")).isEqualTo("INDIVIDUAL");
        assertThat(kindAfter(id, "{\"kind\":\"HOUSEHOLD\"}")).isEqualTo("HOUSEHOLD");
        assertThat(kindAfter(id, "{\"individual\":false}")).isEqualTo("HOUSEHOLD");
        assertThat(kindAfter(id, "{\"kind\":\"INDIVIDUAL\"}")).isEqualTo("INDIVIDUAL");
        assertThat(kindAfter(id, "{\"individual\":false}")).isEqualTo("COMPANY");
    }

    private String kindAfter(String id, String patch) {
        var answer = admin.with("If-Match", admin.get("tiers/" + id).etag()).patch("tiers/" + id, patch);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().get("kind").asText();
    }

    @Test
    void aCompanyWithInvoicesToItsSiretDoesNotBecomeAPerson() {
        var tier = create("\"siret\":\"73282932000074\"", "?allowDuplicate=true&duplicateReason=Essai")
                .json();
        cast.invoice(tier.get("code").asText(), cast.name() + "-F1");
        var etag = admin.get("tiers/" + tier.get("id").asText()).etag();

        var refused = admin.with("If-Match", etag)
                .patch("tiers/" + tier.get("id").asText(), "{\"kind\":\"INDIVIDUAL\",\"siret\":null}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("kind-has-documents");
    }

    @Test
    void aTierIsFoundAsADuplicateByAFurtherEmailAddress() {
        var email = cast.name().toLowerCase(Locale.ROOT) + "@compta.example";
        var tier = create("\"otherEmails\":[{\"type\":\"BILLING\",\"email\":\"" + email + "\"}]")
                .json();

        var candidates =
                admin.get("tiers/duplicates?email=" + Api.encode(email)).json().get("items");

        assertThat(candidates).hasSize(1);
        assertThat(candidates.get(0).get("id")).isEqualTo(tier.get("id"));
        assertThat(candidates.get(0).get("reason").asText()).isEqualTo("SAME_EMAIL");
    }

    private Api.Answer create(String fields) {
        return create(fields, "");
    }

    private Api.Answer create(String fields, String query) {
        var answer = admin.post(
                "tiers" + query, "{\"name\":\"" + cast.name() + "\",\"types\":[\"CUSTOMER\"]," + fields + "}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }
}
