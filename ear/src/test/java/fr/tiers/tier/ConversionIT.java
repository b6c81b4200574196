package fr.tiers.tier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Conversion over REST: one way, once, each for itself. */
class ConversionIT {

    private static final String TO_CUSTOMER = "{\"to\":\"CUSTOMER\"}";

    private static Cast cast;
    private static Api caller;

    @BeforeAll
    static void prepare() {
        cast = new Cast(ConversionIT.class);
        caller = Cast.tokenOf(cast.user("ADMINISTRATOR", null));
    }

    @Test
    void aProspectBecomesACustomerOnceAndNeverAgainAProspect() {
        var path = "tiers/" + id(cast.tier(caller, "converti", null));
        var converted = caller.post(path + "/convert", TO_CUSTOMER);
        assertThat(converted.status()).as(converted.toString()).isEqualTo(200);
        assertThat(converted.json().at("/types/0").asText()).isEqualTo("CUSTOMER");
        assertThat(converted.json().get("types")).hasSize(1);

        var again = caller.post(path + "/convert", TO_CUSTOMER);
        assertThat(again.json().get("version")).isEqualTo(converted.json().get("version"));

        var etag = caller.get(path).etag();
        for (var refused : List.of(
                caller.post(path + "/convert", "{\"to\":\"PROSPECT\"}"),
                caller.with("If-Match", etag).put(path + "/types", "{\"types\":[\"PROSPECT\"]}"),
                caller.with("If-Match", etag).put(path, "{\"name\":\"X\",\"types\":[\"PROSPECT\"]}"))) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.json().get("type").asText()).endsWith("tier-conversion-one-way");
        }
        assertThat(caller.get(path + "/functions")
                        .json()
                        .at("/items/0/accountingAccount")
                        .asText())
                .startsWith("411");
    }

    @Test
    void severalAreConvertedEachForItself() {
        long prospect = id(cast.tier(caller, "en masse", null));
        long supplier = id(cast.tier(caller, "fournisseur", null));
        var path = "tiers/" + supplier;
        var changed =
                caller.with("If-Match", caller.get(path).etag()).put(path + "/types", "{\"types\":[\"SUPPLIER\"]}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

        var body = "{\"ids\":[%d,%d,999999999],\"to\":\"CUSTOMER\"}".formatted(prospect, supplier);
        assertThat(outcomes(caller.post("tiers/convert", body).json()))
                .containsExactly("CONVERTED", "NOT_A_PROSPECT", "NO_RIGHT");
        assertThat(outcomes(caller.post("tiers/convert", body).json()))
                .containsExactly("ALREADY", "NOT_A_PROSPECT", "NO_RIGHT");
    }

    @Test
    void tenConversionsAtOnceOpenOneBlockAndWriteOneEvent() throws Exception {
        long id = id(cast.tier(caller, "à la fois", null));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(() -> caller.post("tiers/" + id + "/convert", TO_CUSTOMER).status());
        }
        var threads = Executors.newFixedThreadPool(5);
        try {
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(World.get()
                        .sql()
                        .number("select count(*) from event where tier_id = ? and subject = 'Converti en client'", id))
                .isEqualTo(1);
    }

    @Test
    void aLegacyCodePassesTheMaskOnceAndFindsItsTier() {
        var code = cast.name() + "/OLD";
        var body = "{\"name\":\"%s repris\",\"types\":[\"PROSPECT\"],\"code\":\"%s\"}".formatted(cast.name(), code);
        assertThat(caller.post("tiers", body).json().at("/violations/0/code").asText())
                .isEqualTo("code-not-of-mask");
        assertThat(caller.post("tiers?legacyCode=true", body).status()).isEqualTo(201);
        assertThat(caller.post("tiers?legacyCode=true", body)
                        .json()
                        .at("/violations/0/code")
                        .asText())
                .isEqualTo("already-used");
        assertThat(caller.get("tiers?q=" + Api.encode(code)).json().get("items"))
                .hasSize(1);
    }

    @Test
    void theScoreOfATierIsTheSumOfItsPointsAndMovesWithIt() {
        var tier = cast.tier(caller, "qualité", null);
        var path = "tiers/" + id(tier);
        assertThat(caller.get(path + "/quality").json().get("max").asInt()).isEqualTo(10);
        caller.with("If-Match", caller.get(path).etag()).patch(path, "{\"apeCode\":\"10.71C\",\"headcount\":4}");
        var quality = caller.get(path + "/quality").json();
        assertThat(quality.get("score").asInt()).isEqualTo(2);
        assertThat(caller.get(path).json().get("quality").asInt()).isEqualTo(2);
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.get("items").findValuesAsText("outcome");
    }

    private static long id(JsonNode tier) {
        return tier.get("id").asLong();
    }
}
