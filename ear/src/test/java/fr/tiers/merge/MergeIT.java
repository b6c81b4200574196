package fr.tiers.merge;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Merge of tiers over REST: looked at, done, led on, undone. */
class MergeIT {

    private static Cast cast;
    private static Api caller;
    private static String accountant;

    @BeforeAll
    static void prepare() {
        cast = new Cast(MergeIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
        accountant = cast.user("ACCOUNTING", null);
    }

    private static long tier(String title, String more) {
        var answer = caller.post(
                "tiers", "{\"name\":\"" + cast.name() + ' ' + title + "\",\"types\":[\"PROSPECT\"]" + more + '}');
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    private static String code(long id) {
        return caller.get("tiers/" + id).json().get("code").asText();
    }

    private static Api.Answer merge(long survivor, long source, String more) {
        return caller.post("tiers/" + survivor + "/merge", "{\"from\":" + source + more + '}');
    }

    private static void undo(long run) {
        var undone = caller.post("merges/" + run + "/undo", "{}");
        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
    }

    @Test
    void aPreviewWritesNothingAndTheMergeDoesWhatItSaid() {
        long survivor = tier("reste", ",\"phone\":\"0199001111\",\"observation\":\"<p>Ici</p>\"");
        long source =
                tier("part", ",\"phone\":\"0199002222\",\"email\":\"part@example.org\",\"observation\":\"<p>Là</p>\"");
        caller.post("tiers/" + source + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}");
        caller.post("tiers/" + source + "/contacts", "{\"lastName\":\"Durand\",\"main\":true}");

        var preview = caller.get("tiers/" + survivor + "/merge-preview?from=" + source);
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(line(preview, "phone").get("choice").asText()).isEqualTo("SURVIVOR");
        assertThat(line(preview, "email").get("result").asText()).isEqualTo("part@example.org");
        assertThat(volume(preview, "event")).isEqualTo(1);
        assertThat(volume(preview, "contact")).isEqualTo(1);
        assertThat(caller.get("tiers/" + source).status()).isEqualTo(200);

        var merged = merge(
                survivor,
                source,
                ",\"take\":{\"phone\":\"SOURCE\"},\"fingerprint\":\""
                        + preview.json().get("fingerprint").asText() + '"');
        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertThat(merged.json().at("/survivor/phone").asText()).isEqualTo("0199002222");
        assertThat(merged.json().at("/survivor/email").asText()).isEqualTo("part@example.org");
        assertThat(merged.json().at("/survivor/observation").asText())
                .contains("Ici")
                .contains("Là");
        assertThat(merged.json().at("/moved/event").asLong()).isEqualTo(1);
        assertThat(caller.get("tiers/" + survivor + "/contacts").json().get("items"))
                .hasSize(1);
        // one line among the events says so
        assertThat(caller.get("tiers/" + survivor + "/events").json().toString())
                .contains("Fusion de tiers");
    }

    @Test
    void typesOfBothAndAValueThatIsTakenComeTogether() {
        long survivor = tier("prospect", "");
        long source = tier("fournisseur", ",\"email\":\"part@example.org\"");
        var supplier = caller.with("If-Match", caller.get("tiers/" + source).etag())
                .patch("tiers/" + source, "{\"types\":[\"SUPPLIER\"]}");
        assertThat(supplier.status()).as(supplier.toString()).isEqualTo(200);

        var preview = caller.get("tiers/" + survivor + "/merge-preview?from=" + source);
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        var merged = merge(survivor, source, ",\"take\":{\"name\":\"SOURCE\"}");

        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertThat(merged.json().at("/survivor/email").asText()).isEqualTo("part@example.org");
        assertThat(merged.json().at("/survivor/name").asText()).contains("fournisseur");
        assertThat(merged.json().at("/survivor/types").toString())
                .contains("SUPPLIER")
                .contains("PROSPECT");
    }

    private static JsonNode line(Api.Answer preview, String field) {
        for (var line : preview.json().get("lines")) {
            if (field.equals(line.get("field").asText())) {
                return line;
            }
        }
        throw new AssertionError(field + " is no line of " + preview);
    }

    private static long volume(Api.Answer preview, String feature) {
        for (var volume : preview.json().get("volumes")) {
            if (feature.equals(volume.get("feature").asText())) {
                return volume.get("moved").asLong();
            }
        }
        return 0;
    }

    @Test
    void whoeverKnowsTheOldIdOrCodeIsLedToTheSurvivor() {
        long survivor = tier("survit", "");
        long source = tier("disparaît", "");
        var oldCode = code(source);
        var result = merge(survivor, source, "");
        assertThat(result.status()).as(result.toString()).isEqualTo(200);

        var redirect = caller.get("tiers/" + source + "/history?limit=5");
        assertThat(redirect.status()).isEqualTo(308);
        assertThat(redirect.header("Location").orElseThrow()).endsWith("/tiers/" + survivor + "/history?limit=5");
        assertThat(redirect.header("Cache-Control").orElseThrow()).contains("no-store");
        var written = caller.with("If-Match", "\"1\"").patch("tiers/" + source, "{\"name\":\"X\"}");
        assertThat(written.status()).isEqualTo(404);
        assertThat(written.header("Link").orElseThrow()).contains("/tiers/" + survivor + '>');
        assertThat(Cast.as(cast.user("SALES", cast.unit("AILLEURS", null)))
                        .get("tiers/" + source)
                        .status())
                .as("who may not see the survivor is told nothing")
                .isEqualTo(404);

        cast.invoice(oldCode, cast.name() + "-F1");
        assertThat(World.get().sql().number("select tier_id from invoice where number = ?", cast.name() + "-F1"))
                .isEqualTo(survivor);
        assertThat(caller.get("tiers?q=" + oldCode).json().at("/items/0/id").asLong())
                .isEqualTo(survivor);
        assertThat(merge(survivor, source, "").problem()).isEqualTo("merge-already-merged");
        assertThat(caller.post(
                                "tiers",
                                "{\"name\":\"Même code\",\"types\":[\"PROSPECT\"],\"code\":\"" + oldCode + "\"}")
                        .status())
                .as("its code is never given again")
                .isEqualTo(400);
    }

    @Test
    void whatIsRefusedIsSaidBeforehandAndSomeOfItCanBeOverruled() {
        long survivor = tier("mère", ",\"siren\":\"732829320\"");
        long child = tier("fille", ",\"parent\":" + survivor);
        long other = tier("autre SIREN", ",\"siren\":\"404833048\"");
        assertThat(merge(survivor, survivor, "").status()).isEqualTo(400);
        assertThat(merge(survivor, 999_999_999L, "").status()).isEqualTo(404);
        var relatives = merge(survivor, child, "");
        assertThat(relatives.status()).isEqualTo(409);
        assertThat(relatives.json().at("/violations/0/code").asText()).isEqualTo("merge-relatives");
        assertThat(merge(survivor, child, ",\"force\":true,\"reason\":\"x\"").status())
                .isEqualTo(409);

        var preview = caller.get("tiers/" + survivor + "/merge-preview?from=" + other);
        assertThat(preview.json().at("/refusals/0/code").asText()).isEqualTo("merge-sirens");
        assertThat(preview.json().at("/refusals/0/forceable").asBoolean()).isTrue();
        assertThat(merge(survivor, other, "").problem()).isEqualTo("merge-refused");
        assertThat(merge(survivor, other, ",\"force\":true").status())
                .as("a reason is wanted")
                .isEqualTo(400);
        var forced = merge(survivor, other, ",\"force\":true,\"reason\":\"Absorbée\"");
        assertThat(forced.status()).as(forced.toString()).isEqualTo(200);
        assertThat(caller.get("merges/" + forced.json().get("mergeId").asLong())
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("Absorbée");
    }

    @Test
    void aCustomerAndASupplierBecomeBothWithBothCodes() {
        long customer = tier("prospect", "");
        caller.post("tiers/" + customer + "/convert", "{\"to\":\"CUSTOMER\"}");
        var supplier = caller.post("tiers", "{\"name\":\"" + cast.name() + " fournisseur\",\"types\":[\"SUPPLIER\"]}");
        long source = supplier.json().get("id").asLong();
        var code = supplier.json().get("code").asText();
        var own = code(customer);
        var result = merge(customer, source, "");
        assertThat(result.status()).as(result.toString()).isEqualTo(200);
        assertThat(result.json().at("/survivor/types").toString()).contains("CUSTOMER", "SUPPLIER");
        assertThat(code(customer)).isEqualTo(own);
        assertThat(caller.get("tiers/" + customer + "/functions").json().toString())
                .contains(code);
    }

    @Test
    void whatChangedSinceThePreviewIsNotMergedBlindly() {
        long survivor = tier("stable", "");
        long source = tier("changeant", "");
        var fingerprint = caller.get("tiers/" + survivor + "/merge-preview?from=" + source)
                .json()
                .get("fingerprint")
                .asText();
        caller.post("tiers/" + source + "/events", "{\"type\":\"CALL\",\"subject\":\"Entre-temps\"}");
        var changed = merge(survivor, source, ",\"fingerprint\":\"" + fingerprint + '"');
        assertThat(changed.problem()).isEqualTo("merge-changed");
        assertThat(changed.json().at("/preview/volumes/0/feature").asText()).isEqualTo("event");
        assertThat(caller.get("tiers/" + source).status()).isEqualTo(200);
    }

    @Test
    void anUndoLeavesWhatWasChangedSinceOnlyWhenToldTo() {
        long survivor = tier("garde", "");
        long source = tier("revient", ",\"phone\":\"0199003333\"");
        var event = caller.post("tiers/" + source + "/events", "{\"type\":\"CALL\",\"subject\":\"Appel\"}")
                .json()
                .get("id")
                .asLong();
        var stale = caller.get("tiers/" + source).etag();
        long run = merge(survivor, source, "").json().get("mergeId").asLong();
        var tier = caller.get("tiers/" + survivor);
        assertThat(tier.json().get("phone").asText()).isEqualTo("0199003333");
        caller.with("If-Match", tier.etag()).patch("tiers/" + survivor, "{\"phone\":\"0199004444\"}");
        var moved = caller.get("events/" + event);
        caller.with("If-Match", moved.etag()).patch("events/" + event, "{\"subject\":\"Appel suivi\"}");

        var refused = caller.post("merges/" + run + "/undo", "{}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("merge-changed-since");
        assertThat(refused.json().get("violations")).hasSize(1);
        var undone = caller.post("merges/" + run + "/undo", "{\"leaveChanged\":true}");
        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(caller.get("tiers/" + survivor).json().get("phone").asText()).isEqualTo("0199004444");
        var back = caller.get("tiers/" + source);
        assertThat(back.json().get("phone").asText()).isEqualTo("0199003333");
        assertThat(caller.get("events/" + event).json().get("subject").asText())
                .as("what was written since goes back with its event")
                .isEqualTo("Appel suivi");
        assertThat(World.get().sql().number("select tier_id from event where id = ?", event))
                .isEqualTo(source);
        assertThat(caller.with("If-Match", stale)
                        .patch("tiers/" + source, "{\"phone\":null}")
                        .status())
                .as("who had it open before the merge has to look again")
                .isEqualTo(412);
        assertThat(caller.post("merges/" + run + "/undo", "{}").problem()).isEqualTo("merge-undone");
    }

    @Test
    void aChainOfMergesLeadsToTheEndAndIsTakenApartFromTheEnd() {
        long first = tier("premier", "");
        long second = tier("second", "");
        long third = tier("troisième", "");
        long one = merge(second, first, "").json().get("mergeId").asLong();
        long two = merge(third, second, "").json().get("mergeId").asLong();
        assertThat(caller.get("tiers/" + first).header("Location").orElseThrow())
                .endsWith("/tiers/" + third);
        // its survivor is not there for anybody
        assertThat(caller.post("merges/" + one + "/undo", "{}").status()).isEqualTo(404);
        undo(two);
        undo(one);
        assertThat(caller.get("tiers/" + first).status()).isEqualTo(200);
    }

    @Test
    void onlyThoseWithTheRightMerge() {
        long survivor = tier("droits", "");
        long source = tier("droits aussi", "");
        var denied = Cast.as(accountant).post("tiers/" + survivor + "/merge", "{\"from\":" + source + '}');
        assertThat(denied.status()).isEqualTo(403);
        assertThat(Cast.as(accountant)
                        .get("tiers/" + survivor + "/merge-preview?from=" + source)
                        .status())
                .isEqualTo(403);
    }
}
