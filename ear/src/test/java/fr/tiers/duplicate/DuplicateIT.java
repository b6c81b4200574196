package fr.tiers.duplicate;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.InTheWorld;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Duplicates over REST")
@ExtendWith(InTheWorld.class)
class DuplicateIT {

    /** A world that is kept between runs has the tiers of the runs before. */
    private static final int RUN = 10_000 + (int) (System.nanoTime() % 90_000);

    private static Cast cast;
    private static Api admin;

    @BeforeAll
    static void prepare() {
        cast = new Cast(DuplicateIT.class);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    private static Api.Answer create(String name, String more, String query) {
        return admin.post(
                "tiers" + query,
                "{\"name\":\"%s %s\",\"types\":[\"PROSPECT\"]%s}".formatted(cast.name() + RUN, name, more));
    }

    private static long tier(String name, String more) {
        var answer = create(name, more, "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    private static String siret() {
        for (int nic = 0; nic < 100_000; nic++) {
            var siret = String.format("732829320%05d", nic);
            if (luhn(siret)
                    && admin.get("tiers/duplicates?siret=" + siret)
                                    .json()
                                    .at("/items/0/reason")
                                    .asText()
                                    .indexOf("SIRET")
                            < 0) {
                return siret;
            }
        }
        throw new AssertionError("no SIRET is left");
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    @Test
    void theSameSiretIsRefusedUnlessSomebodySaysWhy() {
        var siret = siret();
        long first = tier("Alpha", ",\"siret\":\"" + siret + '"');
        var body = ",\"siret\":\"" + siret + '"';

        var refused = create("Bravo", body, "");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("tier-duplicate");
        assertThat(refused.json().at("/candidates/0/id").asLong()).isEqualTo(first);
        assertThat(refused.json().at("/candidates/0/score").asInt()).isEqualTo(100);
        assertThat(refused.json().at("/candidates/0/reasons/0").asText()).isEqualTo("SAME_SIRET");

        var silent = create("Bravo", body, "?allowDuplicate=true");
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.body()).contains("duplicate-reason-required");

        var insisted = create("Bravo", body, "?allowDuplicate=true&duplicateReason=Deux+comptes");
        assertThat(insisted.status()).as(insisted.toString()).isEqualTo(201);
        long second = insisted.json().get("id").asLong();
        assertThat(admin.get("tiers/" + second + "/duplicates")
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .doesNotContain(String.valueOf(first));
        var said = admin.get("tiers/" + second + "/duplicates/verdicts").json().at("/items/0");
        assertThat(said.get("other").asLong()).isEqualTo(first);
        assertThat(said.get("reason").asText()).isEqualTo("Deux comptes");
        assertThat(admin.get("tiers/" + first + "/history").body()).contains("notDuplicateOf");
    }

    @Test
    void aProgramMayAskForMore() {
        var email = cast.name().toLowerCase(Locale.ROOT) + RUN + "@strict.example";
        long first = tier("Strict", ",\"email\":\"" + email + '"');
        var body = ",\"email\":\"" + email + '"';
        var refused = create("Autre", body, "?refuseFrom=60");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/candidates/0/id").asLong()).isEqualTo(first);
        assertThat(create("Autre", body, "?refuseFrom=0").status()).isEqualTo(400);
        assertThat(create("Autre", body, "?refuseFrom=60&allowDuplicate=true").status())
                .isEqualTo(201);
        assertThat(create("Troisième", body, "").status()).isEqualTo(201);
    }

    @Test
    void theInboxIsFilledByTheJobAndEmptiedByAVerdict() throws Exception {
        long one =
                tier("Guillemot Transports", ",\"phone\":\"01998" + RUN + "\",\"address\":{\"postalCode\":\"29998\"}");
        long other = tier(
                "Transport Guillemot SARL",
                ",\"phone\":\"+33 1998" + RUN + "\",\"address\":{\"postalCode\":\"29998\"}");
        run();
        var cluster = cluster(one);
        assertThat(cluster.get("score").asInt()).isGreaterThanOrEqualTo(78);
        assertThat(cluster.get("members").findValuesAsText("id")).contains(String.valueOf(other));

        var verdict = admin.post("duplicates/verdicts", "{\"tier\":%d,\"other\":%d}".formatted(one, other));
        assertThat(verdict.status()).as(verdict.toString()).isEqualTo(201);
        assertThat(cluster(one)).isNull();
        assertThat(admin.get("tiers/" + one + "/duplicates").json().get("items"))
                .isEmpty();

        var path = "duplicates/verdicts/" + verdict.json().get("id").asLong();
        assertThat(admin.get(path).status()).isEqualTo(200);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(cluster(one)).isNotNull();
        assertThat(admin.post("duplicates/verdicts", "{\"tier\":%d,\"other\":%d}".formatted(one, one))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("duplicates/verdicts", "{\"tier\":%d,\"other\":999999999}".formatted(one))
                        .status())
                .isEqualTo(404);
        var merged = admin.post("tiers/" + one + "/merge", "{\"from\":" + other + '}');
        assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
        assertThat(cluster(one)).as("gone with the merge").isNull();
    }

    private static JsonNode cluster(long member) {
        for (var cluster : admin.get("duplicates?limit=200").json().get("items")) {
            if (cluster.get("members").findValuesAsText("id").contains(String.valueOf(member))) {
                return cluster;
            }
        }
        return null;
    }

    private static void run() throws Exception {
        var started = admin.post("jobs/duplicates/executions", "{}");
        assertThat(started.status()).as(started.toString()).isIn(201, 202);
        var id = started.json().get("id").asText();
        Until.holds("job duplicates ends", Duration.ofMinutes(2), () -> "COMPLETED"
                .equals(admin.get("jobs/executions/" + id).json().get("status").asText()));
    }
}
