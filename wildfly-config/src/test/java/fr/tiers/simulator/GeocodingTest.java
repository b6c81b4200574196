package fr.tiers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.Caller.Got;
import fr.tiers.simulator.control.Provider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeocodingTest {

    private static RegistrySimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        simulator =
                RegistrySimulator.start(0, SimulatorOptions.usual().unlimited().withFictitiousUnits(0));
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Got search(String... parameters) throws Exception {
        return caller.get(Provider.GEOPF, "/geocodage/search", parameters);
    }

    @Test
    void an_address_with_its_number() throws Exception {
        JsonNode body = search("q", "10 place de la République 57000 Metz", "limit", "1")
                .json();
        assertThat(body.path("attribution").asText()).isEqualTo("BAN");
        assertThat(body.path("licence").asText()).isEqualTo("ETALAB-2.0");
        JsonNode feature = body.path("features").get(0);
        assertThat(feature.path("geometry").path("coordinates").get(0).asDouble())
                .isBetween(6.1, 6.3);
        JsonNode properties = feature.path("properties");
        assertThat(properties.path("type").asText()).isEqualTo("housenumber");
        assertThat(properties.path("housenumber").asText()).isEqualTo("10");
        assertThat(properties.path("citycode").asText()).isEqualTo("57463");
        assertThat(properties.path("context").asText()).isEqualTo("57, Moselle, Grand Est");
        assertThat(properties.path("score").asDouble()).isGreaterThan(0.8);
    }

    @Test
    void the_postcode_filter_and_the_district() throws Exception {
        JsonNode body = search("q", "rue de rivoli paris", "postcode", "75004").json();
        assertThat(body.path("filters").path("postcode").asText()).isEqualTo("75004");
        JsonNode properties = body.path("features").get(0).path("properties");
        assertThat(properties.path("citycode").asText()).isEqualTo("75104");
        assertThat(properties.path("district").asText()).isEqualTo("Paris 4e Arrondissement");
    }

    @Test
    void nothing_found_is_a_success() throws Exception {
        Got got = search("q", "xyzzy nulle part");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("features")).isEmpty();
    }

    @Test
    void a_query_must_start_with_a_letter_or_digit() throws Exception {
        assertThat(search("q", ", rue du Port").status()).isEqualTo(400);
        assertThat(search("q", "metz", "limit", "21").status()).isEqualTo(400);
    }

    @Test
    void reverse_gives_the_commune() throws Exception {
        JsonNode feature = caller.get(Provider.GEOPF, "/geocodage/reverse", "lon", "6.1957", "lat", "49.1108")
                .json()
                .path("features")
                .get(0);
        assertThat(feature.path("properties").path("citycode").asText()).isEqualTo("57463");
    }

    @Test
    void a_file_comes_back_with_its_own_separator_and_the_new_columns() throws Exception {
        String form = "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.csv\"\r\n\r\n"
                + "nom;rue;cp;ville\n\"A; B\";1 rue du Port;44000;Nantes\nvide;;;\n\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"columns\"\r\n\r\nrue\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"columns\"\r\n\r\nville\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"postcode\"\r\n\r\ncp\r\n--x--\r\n";
        Got got =
                caller.send(HttpRequest.newBuilder(URI.create(simulator.url(Provider.GEOPF) + "/geocodage/search/csv/"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)));
        String[] lines = got.response().body().split("\n");
        assertThat(lines[0]).startsWith("nom;rue;cp;ville;latitude;longitude;result_label;result_score");
        assertThat(lines[1])
                .startsWith("\"A; B\";1 rue du Port;44000;Nantes;47.")
                .endsWith("44109");
        assertThat(lines[2]).matches("vide;;;;+");
    }
}
