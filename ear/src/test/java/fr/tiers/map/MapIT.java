package fr.tiers.map;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The map and the filters by place as programs meet them. */
class MapIT {

    private static final String FRANCE = "tiers/map?bbox=-5.2,41.3,9.6,51.1&zoom=6";

    private static Cast cast;
    private static Api caller;
    private static Api stranger;
    private static JsonNode lyon;
    private static JsonNode paris;

    @BeforeAll
    static void prepare() {
        cast = new Cast(MapIT.class);
        var unit = cast.unit("U", null);
        caller = Cast.tokenOf(cast.user("SALES_MANAGER", unit));
        stranger = Cast.tokenOf(cast.user("SALES_MANAGER", cast.unit("V", null)));
        lyon = placed(cast.tier(caller, "Lyon", unit), 45.76, 4.84);
        paris = placed(cast.tier(caller, "Paris", unit), 48.86, 2.35);
        cast.tier(caller, "Nulle part", unit);
    }

    private static JsonNode placed(JsonNode tier, double latitude, double longitude) {
        var path = "tiers/" + tier.get("id").asText();
        var answer = caller.with("If-Match", caller.get(path).etag())
                .patch(path, "{\"address\":{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "}}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theMapIsGeoJsonOfWhatTheCallerSees() {
        var answer = caller.get(FRANCE);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var map = answer.json();
        assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(map.get("number").asLong()).isEqualTo(2);
        assertThat(map.get("withoutCoordinates").asLong()).isEqualTo(1);
        assertThat(map.at("/features/0/id").asLong()).isEqualTo(lyon.get("id").asLong());
        assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(4.84);
        assertThat(map.at("/features/0/properties/types/0").asText()).isEqualTo("PROSPECT");

        assertThat(stranger.get(FRANCE).json().get("number").asLong()).isZero();
        assertThat(caller.get(FRANCE + "&type=CUSTOMER").json().get("number").asLong())
                .isZero();
        assertThat(caller.get("tiers/map?bbox=2,48,3,49&zoom=10")
                        .json()
                        .at("/features/0/id")
                        .asLong())
                .isEqualTo(paris.get("id").asLong());
    }

    @Test
    void theListTakesTheSamePlaces() {
        var near = caller.get("tiers?near=48.8,2.3&radius=600&sort=distance").json();
        assertThat(near.at("/items/0/id").asLong()).isEqualTo(paris.get("id").asLong());
        assertThat(near.get("total").asLong()).isEqualTo(2);
        assertThat(caller.get("tiers?polygon=4,45,6,45,5,47")
                        .json()
                        .get("total")
                        .asLong())
                .isEqualTo(1);
        assertThat(caller.get("tiers?located=false").json().get("total").asLong())
                .isEqualTo(1);
        assertThat(caller.get("tiers/export?bbox=2,48,3,49").body())
                .contains("Paris")
                .doesNotContain("Lyon");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (var bad : List.of(
                "tiers/map",
                "tiers/map?zoom=5",
                "tiers/map?bbox=1,2,3,4",
                "tiers/map?bbox=3,2,1,4&zoom=5",
                "tiers/map?bbox=1,2,3,4&zoom=99",
                "tiers/map?bbox=1,2,3,4&zoom=5&colour=red",
                "tiers?near=45,4&radius=0",
                "tiers?radius=5",
                "tiers?sort=distance",
                "tiers?polygon=1,2,3,4",
                "tiers?bbox=1,2,3,NaN",
                "tiers?located=perhaps")) {
            assertThat(caller.get(bad).status()).as(bad).isEqualTo(400);
        }
    }
}
