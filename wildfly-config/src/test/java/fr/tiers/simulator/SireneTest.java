package fr.tiers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.Caller.Got;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.data.EdgeUnits;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SireneTest {

    private static RegistrySimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        simulator =
                RegistrySimulator.start(0, SimulatorOptions.usual().unlimited().withFictitiousUnits(300));
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Got get(String path, String... parameters) throws Exception {
        return caller.send(HttpRequest.newBuilder(
                        Caller.uri(simulator.url(Provider.INSEE) + "/api-sirene/3.11" + path, parameters))
                .header("X-INSEE-Api-Key-Integration", "any"));
    }

    @Test
    void no_key_no_answer() throws Exception {
        assertThat(caller.get(Provider.INSEE, "/api-sirene/3.11/siren/880878145")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void one_unit_and_one_establishment() throws Exception {
        JsonNode unit = get("/siren/880878145").json();
        assertThat(unit.path("header").path("statut").asInt()).isEqualTo(200);
        JsonNode periods = unit.path("uniteLegale").path("periodesUniteLegale");
        assertThat(periods.get(0).path("etatAdministratifUniteLegale").asText()).isEqualTo("C");
        assertThat(periods.get(0).path("dateFin").isNull()).isTrue();
        assertThat(periods.get(0).path("nicSiegeUniteLegale").asText()).isEqualTo("00015");
        JsonNode place = get("/siret/88087814500015").json().path("etablissement");
        assertThat(place.path("uniteLegale").path("denominationUniteLegale").asText())
                .isEqualTo("GANYMEDE");
        assertThat(place.path("adresseEtablissement")
                        .path("codePostalEtablissement")
                        .asText())
                .isEqualTo("75008");
    }

    @Test
    void nulls_can_be_left_out() throws Exception {
        assertThat(get("/siren/880878145", "masquerValeursNulles", "true")
                        .response()
                        .body())
                .doesNotContain(":null");
    }

    @Test
    void unknown_numbers_and_empty_searches_are_not_found() throws Exception {
        Got got = get("/siret/73282932000074");
        assertThat(got.status()).isEqualTo(404);
        assertThat(got.response().body())
                .isEqualTo("{\"header\":{\"statut\":404,\"message\":\"Aucun élément trouvé pour le siret"
                        + " 73282932000074\"}}");
        assertThat(get("/siret", "q", "siren:732829320").status()).isEqualTo(404);
        assertThat(get("/siret", "q", "denominationUniteLegale").status()).isEqualTo(400);
    }

    @Test
    void a_duplicate_is_redirected() throws Exception {
        Got got = get("/siren/" + EdgeUnits.DUPLICATE);
        assertThat(got.status()).isEqualTo(301);
        assertThat(got.header("Location")).endsWith("/siren/" + EdgeUnits.MERGED_INTO);
    }

    @Test
    void masked_values_are_nd_except_the_commune() throws Exception {
        JsonNode place = get("/siret", "q", "siren:" + EdgeUnits.MASKED_PERSON)
                .json()
                .path("etablissements")
                .get(0);
        assertThat(place.path("statutDiffusionEtablissement").asText()).isEqualTo("P");
        assertThat(place.path("uniteLegale").path("nomUniteLegale").asText()).isEqualTo("[ND]");
        assertThat(place.path("adresseEtablissement")
                        .path("codePostalEtablissement")
                        .asText())
                .isEqualTo("[ND]");
        assertThat(place.path("adresseEtablissement")
                        .path("codeCommuneEtablissement")
                        .asText())
                .isEqualTo("57463");
        assertThat(place.toString()).doesNotContain("NON-DIFFUSIBLE");
    }

    @Test
    void criteria_on_periods_and_ranges() throws Exception {
        Got open = get(
                "/siret",
                "q",
                "codeCommuneEtablissement:57463 AND periode(etatAdministratifEtablissement:A) AND -siren:356000000",
                "nombre",
                "100");
        assertThat(open.json().path("etablissements")).isNotEmpty();
        assertThat(open.header("X-Total-Count"))
                .isEqualTo(open.json().path("header").path("total").asText());
        assertThat(get("/siren", "q", "dateCreationUniteLegale:[2010-01 TO 2010-01]")
                        .json()
                        .path("unitesLegales"))
                .isNotEmpty()
                .allMatch(unit -> unit.path("dateCreationUniteLegale").asText().startsWith("2010-01"));
        assertThat(get("/siren", "q", "periode(denominationUniteLegale:GANYM*)")
                        .json()
                        .path("unitesLegales"))
                .isNotEmpty();
        assertThat(get("/siren", "q", "dateCreationUniteLegale:[2012 TO 2010]")
                        .json()
                        .path("header")
                        .path("message")
                        .asText())
                .startsWith("Erreur de syntaxe, ordre incorrect dans l'intervalle : ");
    }

    @Test
    void the_cursor_walks_through_everything_once() throws Exception {
        Set<String> seen = new HashSet<>();
        String cursor = "*";
        int total;
        while (true) {
            JsonNode body = get("/siren", "curseur", cursor, "nombre", "100").json();
            total = body.path("header").path("total").asInt();
            body.path("unitesLegales")
                    .forEach(unit ->
                            assertThat(seen.add(unit.path("siren").asText())).isTrue());
            String next = body.path("header").path("curseurSuivant").asText();
            if (next.equals(cursor)) {
                break;
            }
            cursor = next;
        }
        assertThat(seen).hasSize(total);
    }

    @Test
    void the_minute_limit() throws Exception {
        simulator.limit(Provider.INSEE, Provider.INSEE.usualLimits());
        try {
            for (int i = 0; i < 30; i++) {
                assertThat(get("/informations").status()).isEqualTo(200);
            }
            Got refused = get("/informations");
            for (int i = 0; refused.status() == 200 && i < 20; i++) {
                refused = get("/informations"); // a slow machine has earned a token meanwhile
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isIn("1", "2");
        } finally {
            simulator.liftLimits();
        }
    }
}
