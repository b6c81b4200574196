package fr.tiers.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A file becomes tiers, over REST: guessed, simulated, run, taken back. */
@DisplayName("Import of tiers")
@ExtendWith(InTheWorld.class)
class ImportIT {

    private static final String BOUNDARY = "tests-boundary";

    private final Cast cast = new Cast(ImportIT.class);
    private Api admin;
    private Api assistant;
    private String field;
    private String reference;

    @BeforeEach
    void prepare() {
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        assistant = Cast.tokenOf(cast.user("ASSISTANT", null));
        field = cast.name().toLowerCase(Locale.ROOT) + "b";
        reference = cast.name().toLowerCase(Locale.ROOT) + "r";
        define(field, "INTEGER", "\"min\":1,\"max\":500");
        define(reference, "STRING", "\"filterable\":true,\"unique\":true");
    }

    private void define(String code, String type, String more) {
        var body = "{\"code\":\"%s\",\"type\":\"%s\",\"labelFr\":\"Champ %s\",%s}".formatted(code, type, code, more);
        assertThat(admin.post("custom-fields", body).status()).isEqualTo(201);
    }

    @Test
    void aFileIsGuessedSimulatedRunAndTakenBack() throws Exception {
        var known = assistant.post(
                "tiers",
                "{\"name\":\"%s Ancien\",\"types\":[\"PROSPECT\"],\"phone\":\"01 02 03 04 05\",\"custom\":{\"%s\":\"A1\",\"%s\":10}}"
                        .formatted(cast.name(), reference, field));
        assertThat(known.status()).isEqualTo(201);
        var id = known.json().get("id").asText();
        var csv =
                """
                Raison sociale;Champ %s;Champ %s;Téléphone;Ville;Type;Nom contact;E-mail contact;Divers
                %s Ancien;A1;120;;Brest;;;;x
                %s Nouveau;A2;35;06 12 34 56 78;Quimper;Fournisseur;Le Goff;le.goff@example.org;x
                %s Faux;A3;beaucoup;;;;;;x
                %s Deux;A1;5;;;;;;x
                """
                        .formatted(reference, field, cast.name(), cast.name(), cast.name(), cast.name());
        var uploaded = upload(assistant, "imports", "salon.csv", csv);
        assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
        var columns = uploaded.json().at("/settings/columns");
        assertThat(columns.findValuesAsText("field"))
                .containsExactly(
                        "name",
                        "custom." + reference,
                        "custom." + field,
                        "phone",
                        "address.city",
                        "types",
                        "contact.lastName",
                        "contact.email",
                        "null");

        var it = "imports/" + uploaded.json().get("id").asText();
        var settings = "{\"columns\":" + columns + ",\"keys\":[\"custom." + reference
                + "\"],\"mode\":\"BOTH\",\"types\":[\"PROSPECT\"]}";
        assertThat(assistant.put(it + "/settings", settings).status()).isEqualTo(428);
        var set = assistant.with("If-Match", uploaded.etag()).put(it + "/settings", settings);
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(assistant
                        .with("If-Match", uploaded.etag())
                        .put(it + "/settings", settings)
                        .status())
                .isEqualTo(412);

        var simulated = run(assistant, it, "simulation", "SIMULATED");
        assertThat(simulated.get("counts").toString()).isEqualTo("{\"CREATED\":1,\"ERROR\":2,\"UPDATED\":1}");
        var rows = assistant.get(it + "/rows?limit=2").json();
        assertThat(rows.at("/items/0/result").asText()).isEqualTo("UPDATED");
        assertThat(rows.at("/items/0/tierId").asText()).isEqualTo(id);
        assertThat(rows.at("/items/0/changes").toString())
                .contains("{\"field\":\"custom." + field + "\",\"before\":\"10\",\"after\":\"120\"}")
                .contains("Brest")
                .doesNotContain("phone");
        assertThat(rows.get("next").isNull()).isFalse();
        var wrong = assistant.get(it + "/rows?result=ERROR").json();
        assertThat(wrong.at("/items/0/problems/0/field").asText()).isEqualTo("custom." + field);
        assertThat(wrong.at("/items/1/problems/0/code").asText()).isEqualTo("import-row-twice");
        assertThat(assistant.get("tiers?custom." + reference + "=A2").json().get("items"))
                .isEmpty();

        var done = run(assistant, it, "execution", "DONE");
        assertThat(done.at("/counts/WRITTEN").asInt()).isEqualTo(2);
        var updated = assistant.get("tiers/" + id).json();
        assertThat(updated.at("/custom/" + field).asInt()).isEqualTo(120);
        assertThat(updated.get("phone").asText()).isEqualTo("01 02 03 04 05");
        var created = assistant.get("tiers?custom." + reference + "=A2").json().at("/items/0");
        var createdId = created.get("id").asText();
        var tier = assistant.get("tiers/" + createdId).json();
        assertThat(tier.get("types").toString()).isEqualTo("[\"SUPPLIER\"]");
        assertThat(tier.get("createdBy").asText()).startsWith(cast.name().toLowerCase(Locale.ROOT) + "-assistant");
        assertThat(assistant.get("tiers/" + createdId + "/contacts").json().toString())
                .contains("le.goff@example.org");
        var line = assistant
                .get("tiers/" + id + "/history?field=custom." + field)
                .json()
                .at("/items/0");
        assertThat(line.get("source").asText()).isEqualTo("IMPORT");

        var errors = assistant.get(it + "/errors");
        assertThat(errors.mediaType()).isEqualTo("text/csv");
        assertThat(errors.body()).startsWith("\ufeff").contains("beaucoup").doesNotContain("Nouveau");
        var again = upload(assistant, "imports", "reste.csv", errors.body());
        assertThat(again.json().get("rows").asInt()).isEqualTo(2);
        assertThat(again.json().at("/settings/columns/0/field").asText()).isEqualTo("name");

        var reverted = run(assistant, it, "reversion", "REVERTED");
        // a revert has the rights of whoever asks for it: an assistant deletes no tier, and hears why it is kept
        assertThat(reverted.at("/counts/REVERTED").asInt())
                .as(reverted.toString())
                .isEqualTo(1);
        assertThat(reverted.at("/counts/KEPT").asInt()).isEqualTo(1);
        assertThat(assistant.get(it + "/rows").body()).contains("right-missing");
        assertThat(assistant.get("tiers/" + createdId).status()).isEqualTo(200);
        var back = assistant.get("tiers/" + id).json();
        assertThat(back.at("/custom/" + field).asInt()).isEqualTo(10);
        assertThat(back.at("/address/city").isNull()).isTrue();
    }

    @Test
    void whatChangesMeanwhileIsListedAndNotOverwritten() throws Exception {
        var id = assistant
                .post(
                        "tiers",
                        "{\"name\":\"%s M\",\"types\":[\"PROSPECT\"],\"custom\":{\"%s\":\"M1\"}}"
                                .formatted(cast.name(), reference))
                .json()
                .get("id")
                .asText();
        var it = prepared(
                "Nom;Champ %s;Ville\n%s M;M1;Brest\n%s N;M2;Brest\n".formatted(reference, cast.name(), cast.name()));
        run(assistant, it, "simulation", "SIMULATED");
        patch(id, "{\"address\":{\"city\":\"Lorient\"}}");

        var done = run(assistant, it, "execution", "DONE");

        assertThat(done.get("counts").toString()).isEqualTo("{\"CHANGED\":1,\"CREATED\":1,\"WRITTEN\":1}");
        assertThat(assistant.get("tiers/" + id).json().at("/address/city").asText())
                .isEqualTo("Lorient");
        var row = assistant.get(it + "/rows?result=CHANGED").json().at("/items/0");
        assertThat(row.get("changes").toString()).contains("Lorient").contains("Brest");

        var newcomer = assistant
                .get(it + "/rows?result=CREATED")
                .json()
                .at("/items/0/tierId")
                .asText();
        patch(newcomer, "{\"phone\":\"01 23 45 67 89\"}");
        var reverted = run(assistant, it, "reversion", "REVERTED");
        assertThat(reverted.at("/counts/KEPT").asInt()).isEqualTo(1);
        assertThat(assistant.get("tiers/" + newcomer).status()).isEqualTo(200);
    }

    @Test
    void ofManyRowsOnlyTheOneThatIsRefusedStaysOut() throws Exception {
        var code = "T9" + cast.name().replaceAll("\\D", "") + "00000";
        var csv = new StringBuilder("Nom;Code;Type;Champ " + reference + "\n");
        for (int i = 0; i < 700; i++) {
            csv.append("%s L%d;%s;%s;L%d\n"
                    .formatted(cast.name(), i, i == 423 ? code : "", i % 2 == 0 ? "Client" : "Prospect", i));
        }
        var it = prepared(csv.toString());
        var simulated = run(admin, it, "simulation", "SIMULATED");
        assertThat(simulated.get("counts").toString())
                .as(assistant.get(it + "/rows?result=ERROR&limit=2").body())
                .isEqualTo("{\"CREATED\":700}");
        var thief = admin.post(
                "tiers", "{\"name\":\"%s T\",\"code\":\"%s\",\"types\":[\"PROSPECT\"]}".formatted(cast.name(), code));
        assertThat(thief.status()).as(thief.toString()).isEqualTo(201);

        var done = run(admin, it, "execution", "DONE");

        assertThat(done.get("counts").toString()).isEqualTo("{\"CREATED\":699,\"ERROR\":1,\"WRITTEN\":699}");
        assertThat(assistant
                        .get(it + "/rows?result=ERROR")
                        .json()
                        .at("/items/0/row")
                        .asInt())
                .isEqualTo(425);
        var customer = assistant
                .get("tiers?custom." + reference + "=L698")
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(assistant.get("tiers/" + customer + "/functions").body()).contains("CUSTOMER");
        assertThat(assistant.get("tiers/" + customer + "/history").json().get("items"))
                .hasSize(1);
    }

    @Test
    void everybodyHasHisOwnImportsAndOnlyWithTheRight() {
        var it = prepared("Nom;Champ %s\n%s P;P1\n".formatted(reference, cast.name()));
        var other = Cast.tokenOf(cast.user("MARKETING", null));
        assertThat(other.get(it).status()).isEqualTo(404);
        assertThat(other.get("imports").status()).isEqualTo(200);
        assertThat(admin.get(it).status()).isEqualTo(200);
        var reader = Cast.tokenOf(cast.user("READER", null));
        assertThat(reader.get("imports").status()).isEqualTo(403);
        assertThat(upload(reader, "imports", "a.csv", "Nom\nA\n").status()).isEqualTo(403);
        assertThat(admin.post("jobs/tier-import/executions", "{}").status()).isEqualTo(404);
        var deleted = assistant.with("If-Match", assistant.get(it).etag()).delete(it);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(assistant.get(it).status()).isEqualTo(404);
    }

    @Test
    void aMappingIsKeptUnderANameForEverybody() {
        var name = cast.name() + " salon";
        var kept = assistant.post(
                "import-mappings",
                "{\"name\":\"%s\",\"settings\":{\"columns\":[{\"column\":\"Truc\",\"field\":\"name\"}],\"mode\":\"CREATE\"}}"
                        .formatted(name));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
        var id = kept.json().get("id").asText();
        var other = Cast.tokenOf(cast.user("MARKETING", null));

        var uploaded = upload(other, "imports?mapping=" + id, "a.csv", "truc ;Ville\nX;Brest\n");

        assertThat(uploaded.json().at("/settings/columns").findValuesAsText("field"))
                .containsExactly("name", "address.city");
        assertThat(uploaded.json().at("/settings/mode").asText()).isEqualTo("CREATE");
        assertThat(upload(other, "imports?mapping=999999", "a.csv", "Nom\nX\n").status())
                .isEqualTo(404);
        assertThat(other.with("If-Match", kept.etag())
                        .delete("import-mappings/" + id)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatIsNoTableIsRefusedInWords() {
        refused("vide.csv", "", "import-file-empty", "document-empty");
        refused("entete.csv", "Nom;Ville\n", "import-file-no-rows");
        refused("guillemet.csv", "Nom;Ville\n\"Demi;Brest\n", "import-csv-broken");
        refused("faux.xlsx", "PK\u0003\u0004 rien", "import-workbook-unreadable");
        refused("large.csv", "a;".repeat(10_000) + "b\n1;2\n", "import-too-many-columns");
    }

    private void refused(String file, String content, String... problems) {
        var answer = upload(assistant, "imports", file, content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(problems).contains(answer.problem());
        assertThat(answer.json().get("detail").asText()).isNotEqualTo(answer.problem());
    }

    private void patch(String tier, String change) {
        var etag = assistant.get("tiers/" + tier).etag();
        assertThat(assistant
                        .with("If-Match", etag)
                        .patch("tiers/" + tier, change)
                        .status())
                .isEqualTo(200);
    }

    /** An upload whose key is the reference. */
    private String prepared(String csv) {
        var uploaded = upload(assistant, "imports", "a.csv", csv);
        var it = "imports/" + uploaded.json().get("id").asText();
        var settings = "{\"columns\":" + uploaded.json().at("/settings/columns") + ",\"keys\":[\"custom." + reference
                + "\"],\"types\":[\"PROSPECT\"]}";
        assertThat(assistant
                        .with("If-Match", uploaded.etag())
                        .put(it + "/settings", settings)
                        .status())
                .isEqualTo(200);
        return it;
    }

    /** Starts a run and waits for its end; an import of another test may be under way for a moment. */
    private static JsonNode run(Api caller, String it, String what, String end) throws Exception {
        var started = new Api.Answer[1];
        Until.holds("the run starts", Duration.ofMinutes(2), () -> {
            started[0] = caller.with("If-Match", caller.get(it).etag()).post(it + '/' + what, null);
            return started[0].status() != 409;
        });
        assertThat(started[0].status()).as(started[0].toString()).isEqualTo(202);
        var json = new JsonNode[1];
        Until.holds("the run ends", Duration.ofMinutes(2), () -> {
            json[0] = caller.get(it).json();
            return !json[0].get("status").asText().matches("SIMULATING|RUNNING|REVERTING");
        });
        assertThat(json[0].get("status").asText()).as(json[0].toString()).isEqualTo(end);
        return json[0];
    }

    private static Api.Answer upload(Api caller, String path, String fileName, String content) {
        return caller.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + BOUNDARY
                                + "--\r\n"));
    }
}
