package fr.tiers.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The quality index over REST, and the job that counts it anew when its criteria change. */
class QualityIT {

    private static Cast cast;
    private static Api admin;

    @BeforeAll
    static void prepare() {
        cast = new Cast(QualityIT.class);
        admin = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void eachPointIsEarnedByItsFieldAndTheScoreIsTheirSum() {
        var path = "tiers/" + cast.tier(admin, "points", null).get("id").asLong();
        var before = admin.get(path + "/quality").json();
        assertThat(before.get("score").asInt()).isZero();
        assertThat(before.get("max").asInt()).isEqualTo(10);
        assertThat(missing(before, "WEBSITE")).isEqualTo("website");

        patch(path, "{\"website\":\"https://exemple.fr\",\"apeCode\":\"62.01Z\",\"headcount\":12}");
        contact(path, "Premier", "PURCHASING");

        var after = admin.get(path + "/quality").json();
        assertThat(after.get("score").asInt()).isEqualTo(4).isEqualTo(earned(after));
        assertThat(missing(after, "WEBSITE")).isNull();
        assertThat(admin.get(path).json().get("quality").asInt()).isEqualTo(4);

        contact(path, "Deuxième", "PURCHASING");
        contact(path, "Troisième", "PURCHASING");
        assertThat(admin.get(path).json().get("quality").asInt())
                .as("the third contact counts only when the management is among them")
                .isEqualTo(5);
        contact(path, "Direction", "MANAGEMENT");
        assertThat(admin.get(path).json().get("quality").asInt()).isEqualTo(6);
    }

    @Test
    void aCriterionOfOneTypeIsForecastThenCountedForItsTiersAlone() throws Exception {
        var type = cast.name();
        var created = admin.post(
                "tier-types",
                "{\"code\":\"%s\",\"labelFr\":\"%s\",\"labelEn\":\"%s\",\"function\":\"NONE\",\"colour\":\"teal\",\"icon\":\"pi-tag\"}"
                        .formatted(type, type, type));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var ofType = admin.post(
                        "tiers",
                        "{\"name\":\"%s typé\",\"types\":[\"%s\"],\"email\":\"bonjour@exemple.fr\"}"
                                .formatted(cast.name(), type))
                .json();
        var other = cast.tier(admin, "d'un autre type", null);
        var scheme = admin.get("quality-criteria");
        var wanted = (ObjectNode) new ObjectMapper().readTree(scheme.body());
        ((ArrayNode) wanted.remove(Set.of("version")).get("criteria"))
                .addObject()
                .put("criterion", "EMAIL")
                .put("type", type)
                .put("weight", 7)
                .put("active", true);

        assertThat(admin.put("quality-criteria", wanted.toString()).status()).isEqualTo(428);
        var forecast = admin.post("quality-criteria/forecast", wanted.toString());
        assertThat(forecast.status()).as(forecast.toString()).isEqualTo(200);
        assertThat(score(ofType)).as("a forecast saves nothing").isZero();

        replace(scheme.etag(), wanted);
        try {
            Until.holds("the job counts the tier", Duration.ofMinutes(2), () -> score(ofType) == 7);
            assertThat(score(other)).isZero();
            assertThat(admin.get("tiers/" + other.get("id").asLong() + "/quality")
                            .json()
                            .get("max")
                            .asInt())
                    .isEqualTo(10);
            assertThat(admin.with("If-Match", scheme.etag())
                            .put("quality-criteria", wanted.toString())
                            .status())
                    .as("what somebody else changed since")
                    .isEqualTo(412);
        } finally {
            jobIsDone();
            replace(admin.get("quality-criteria").etag(), ((ObjectNode) scheme.json()).remove(Set.of("version")));
            jobIsDone();
        }
        assertThat(score(ofType)).isZero();
    }

    private static void replace(String etag, JsonNode criteria) {
        var answer = admin.with("If-Match", etag).put("quality-criteria", criteria.toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Criteria are not changed while they are being counted. */
    private static void jobIsDone() throws Exception {
        Until.holds("job quality ends", Duration.ofMinutes(2), () -> {
            for (var run : admin.get("jobs/executions?limit=50").json().get("items")) {
                if ("quality".equals(run.get("job").asText())) {
                    return "COMPLETED".equals(run.get("status").asText());
                }
            }
            return false;
        });
    }

    private static void patch(String path, String json) {
        var answer = admin.with("If-Match", admin.get(path).etag()).patch(path, json);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static void contact(String path, String lastName, String family) {
        var answer = admin.post(
                path + "/contacts",
                "{\"lastName\":\"%s\",\"jobFamily\":\"%s\",\"email\":\"c%d@exemple.fr\"}"
                        .formatted(lastName, family, System.nanoTime()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static int score(JsonNode tier) {
        return admin.get("tiers/" + tier.get("id").asLong())
                .json()
                .get("quality")
                .asInt();
    }

    private static int earned(JsonNode quality) {
        var sum = 0;
        for (var point : quality.get("points")) {
            sum += point.get("earned").asInt();
        }
        return sum;
    }

    private static String missing(JsonNode quality, String criterion) {
        for (var point : quality.get("points")) {
            if (criterion.equals(point.get("criterion").asText())) {
                return point.get("missing").asText(null);
            }
        }
        throw new AssertionError("no point " + criterion + " in " + quality);
    }
}
