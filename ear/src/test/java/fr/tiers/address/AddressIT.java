package fr.tiers.address;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.crash.Until;
import fr.tiers.it.Api;
import fr.tiers.it.Cast;
import fr.tiers.it.Sql;
import fr.tiers.it.World;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses and sites as programs meet them. */
class AddressIT {

    private static final Sql SQL = World.get().sql();

    private static Cast cast;
    private static Api caller;
    private static String unit;

    @BeforeAll
    static void prepare() {
        cast = new Cast(AddressIT.class);
        unit = cast.unit("U", null);
        caller = Cast.tokenOf(cast.user("SALES_MANAGER", unit));
    }

    private static String tier(String title) {
        return "tiers/" + cast.tier(caller, title, unit).get("id").asText() + "/addresses";
    }

    private static JsonNode add(String addresses, String body) {
        var answer = caller.post(addresses, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.etag()).isEqualTo("\"0\"");
        return answer.json();
    }

    private static String path(JsonNode address) {
        return "addresses/" + address.get("id").asText();
    }

    @Test
    void anAddressLivesByTheContract() {
        var addresses = tier("contrat");
        var address = add(addresses, "{\"label\":\"Dépôt\",\"city\":\"Nantes\",\"usages\":[\"DELIVERY\"]}");

        assertThat(caller.get(path(address)).etag()).isEqualTo("\"0\"");
        assertThat(caller.patch(path(address), "{}").status()).isEqualTo(428);
        var changed = caller.with("If-Match", "\"0\"").patch(path(address), "{\"phone\":\"01 99 00 12 34\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("label").asText()).isEqualTo("Dépôt");
        assertThat(caller.with("If-Match", "\"0\"").patch(path(address), "{}").status())
                .isEqualTo(412);
        var unknown = caller.with("If-Match", "\"1\"").put(path(address), "{\"label\":\"x\",\"colour\":\"red\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(caller.with("If-Match", "\"1\"").delete(path(address)).status())
                .isEqualTo(204);
        assertThat(caller.get(path(address)).status()).isEqualTo(404);
        assertThat(caller.get(addresses).json().get("items")).isEmpty();
    }

    @Test
    void thereIsOneDefaultAndAMoveKeepsIt() {
        var addresses = tier("déménagement");
        var body = "{\"label\":\"%s\",\"usages\":[\"BILLING\"],\"defaultFor\":[\"BILLING\"]}";
        var first = add(addresses, body.formatted("A"));
        var second = add(addresses, body.formatted("B"));
        assertThat(caller.get(path(first)).json().get("defaultFor")).isEmpty();

        var moved = caller.with("If-Match", "\"0\"")
                .post(path(second) + "/move", "{\"on\":\"2027-01-04\",\"address\":" + body.formatted("C") + '}');
        assertThat(moved.status()).as(moved.toString()).isEqualTo(201);
        assertThat(moved.json().get("from").asText()).isEqualTo("2027-01-04");
        var old = caller.get(path(second)).json();
        assertThat(old.get("to").asText()).isEqualTo("2027-01-03");
        assertThat(old.get("defaultFor").get(0).asText()).isEqualTo("BILLING");
    }

    @Test
    void aFrenchAddressIsPlacedAndAPinStays() throws Exception {
        var address = add(
                tier("géocodage"), "{\"line1\":\"3 quai de la Loire\",\"postalCode\":\"44000\",\"city\":\"Nantes\"}");
        Until.holds("placed", Duration.ofSeconds(30), () -> "FOUND"
                .equals(caller.get(path(address)).json().get("geocodingState").asText()));
        var found = caller.get(path(address));
        assertThat(found.json().get("latitude").asDouble()).isBetween(47.0, 47.5);
        assertThat(found.etag())
                .as("nobody loses the race against the geocoder")
                .isEqualTo("\"0\"");

        var pinned = caller.with("If-Match", "\"0\"").patch(path(address), "{\"latitude\":48.0,\"longitude\":2.0}");
        assertThat(pinned.json().get("geocodingState").asText()).isEqualTo("MANUAL");
        var renamed = caller.with("If-Match", "\"1\"").patch(path(address), "{\"line1\":\"5 quai de la Loire\"}");
        assertThat(renamed.json().get("geocodingState").asText()).isEqualTo("MANUAL");
        assertThat(renamed.json().get("latitude").asDouble()).isEqualTo(48.0);
    }

    @Test
    void theMainAddressOfATierIsPlacedToo() throws Exception {
        var tier = caller.post(
                "tiers",
                "{\"name\":\"Placé\",\"types\":[\"PROSPECT\"],\"salesUnit\":\"" + unit
                        + "\",\"address\":{\"line1\":\"1 rue de Strasbourg\",\"postalCode\":\"44000\",\"city\":\"Nantes\"}}");
        var path = "tiers/" + tier.json().get("id").asText();
        Until.holds(
                "placed",
                Duration.ofSeconds(30),
                () -> !caller.get(path).json().at("/address/latitude").isNull());
        assertThat(caller.get(path).etag()).isEqualTo(tier.etag());
    }

    @Test
    void aSiteIsClosedOnAPublicHolidayOfItsRegion() {
        var site = add(
                tier("férié"),
                "{\"label\":\"Metz\",\"city\":\"Metz\",\"postalCode\":\"57000\",\"usages\":[\"SITE\"],"
                        + "\"openingHours\":[{\"day\":\"FRIDAY\",\"from\":\"08:00\",\"to\":\"18:00\"}]}");

        var goodFriday =
                caller.get(path(site) + "/opening?at=2027-03-26T10:00:00Z").json();
        assertThat(goodFriday.get("open").asBoolean()).isFalse();
        assertThat(goodFriday.get("detail").asText()).isEqualTo("GOOD_FRIDAY");
        assertThat(caller.get(path(site) + "/opening?at=2027-03-19T10:00:00Z")
                        .json()
                        .get("open")
                        .asBoolean())
                .isTrue();
        assertThat(caller.get("sites?q=metz%20" + cast.name())
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anExtranetUserReadsOnlyTheSitesThatWereGranted() {
        var addresses = tier("extranet");
        var granted = add(addresses, "{\"label\":\"Vu\",\"usages\":[\"SITE\"]}");
        var other = add(addresses, "{\"label\":\"Caché\",\"usages\":[\"SITE\"]}");
        var login = cast.user("EXTRANET", null);
        var guest = Cast.as(login);
        assertThat(guest.get(addresses).status()).isEqualTo(404);

        assertThat(caller.put(path(granted) + "/extranet-users/" + login, "").status())
                .isEqualTo(204);
        assertThat(guest.get(addresses).json().get("items")).hasSize(1);
        assertThat(guest.get(path(granted)).status()).isEqualTo(200);
        assertThat(guest.get(path(other)).status()).isEqualTo(404);
        assertThat(guest.get(addresses.replace("/addresses", "")).status()).isEqualTo(404);
        assertThat(guest.with("If-Match", "\"0\"").delete(path(granted)).status())
                .isEqualTo(404);

        SQL.update(
                "insert into extranet_grant (user_id, tier_id) values (?, ?)",
                cast.userId(login),
                granted.get("tier").asLong());
        assertThat(guest.get(addresses).json().get("items")).hasSize(2);
    }

    @Test
    void postalCodesAndTownsAreFoundWithoutANetwork() {
        var answer = caller.get("communes?q=" + Api.encode("ST etienne"));
        assertThat(answer.json().at("/items/0/name").asText()).isEqualTo("Saint-Étienne");
        assertThat(caller.get("communes").json().get("items")).isEmpty();
        assertThat(caller.get("communes?name=x").status()).isEqualTo(400);
    }

    @Test
    void anotherOneThanASalespersonChangesNothing() {
        var addresses = tier("lecture");
        var reader = Cast.as(cast.user("READER", unit));
        assertThat(reader.get(addresses).status()).isEqualTo(200);
        assertThat(reader.post(addresses, "{\"label\":\"x\"}").status()).isEqualTo(403);
    }
}
