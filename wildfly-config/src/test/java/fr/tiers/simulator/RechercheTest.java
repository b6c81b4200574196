package fr.tiers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.Caller.Got;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.data.EdgeUnits;
import fr.tiers.simulator.data.FictitiousUnits;
import fr.tiers.simulator.data.Shapes;
import fr.tiers.simulator.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RechercheTest {

    private static RegistrySimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        simulator =
                RegistrySimulator.start(0, SimulatorOptions.usual().unlimited().withFictitiousUnits(1_500));
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Got search(String... parameters) throws Exception {
        return caller.get(Provider.RECHERCHE, "/search", parameters);
    }

    @Test
    void a_recorded_unit_comes_back_as_it_was_recorded_without_the_internal_keys() throws Exception {
        Got got = search("q", "880878145");

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).startsWith("application/json");
        JsonNode unit = got.json().path("results").get(0);
        assertThat(unit.path("nom_complet").asText()).isEqualTo("GANYMEDE");
        assertThat(unit.path("siege").path("adresse").asText()).isEqualTo("128 RUE LA BOETIE 75008 PARIS 8");
        assertThat(names(unit)).containsExactlyElementsOf(Shapes.UNIT);
        assertThat(names(unit)).doesNotContain("immatriculation", "admin", "bodacc", "etablissements");
        assertThat(got.json().path("total_results").asInt()).isEqualTo(1);
        assertThat(got.json().path("total_pages").asInt()).isEqualTo(1);
    }

    @Test
    void an_invented_unit_has_exactly_the_shape_of_a_recorded_one() throws Exception {
        JsonNode recorded = search("q", "904438777").json().path("results").get(0);
        JsonNode invented =
                search("q", FictitiousUnits.siren(7)).json().path("results").get(0);

        assertThat(names(invented)).isEqualTo(names(recorded));
        assertThat(names(invented.path("siege"))).isEqualTo(names(recorded.path("siege")));
        assertThat(new TreeSet<>(names(invented.path("complements"))))
                .isEqualTo(new TreeSet<>(names(recorded.path("complements"))));
        JsonNode first = search("q", "aga").json().path("results").get(0);
        JsonNode found = search("departement", "75", "etat_administratif", "A", "nature_juridique", "5710")
                .json()
                .path("results")
                .get(0);
        assertThat(names(found.path("matching_etablissements").get(0)))
                .isEqualTo(names(first.path("matching_etablissements").get(0)));
    }

    @Test
    void digits_ignore_every_other_filter() throws Exception {
        assertThat(search("q", "880878145", "departement", "13", "etat_administratif", "A")
                        .json()
                        .path("total_results")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_siret_shows_only_that_establishment_and_a_siren_none() throws Exception {
        JsonNode bySiret = search("q", "88087814500015").json().path("results").get(0);
        assertThat(bySiret.path("matching_etablissements")).hasSize(1);
        assertThat(bySiret.path("matching_etablissements").get(0).path("siret").asText())
                .isEqualTo("88087814500015");
        assertThat(search("q", "880878145").json().path("results").get(0).path("matching_etablissements"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"732829320", "73282932000074", "999999998", "12345678900003"})
    void an_unknown_number_is_a_success_without_result(String digits) throws Exception {
        Got got = search("q", digits);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().toString())
                .isEqualTo("{\"results\":[],\"total_results\":0,\"page\":1,\"per_page\":10,\"total_pages\":0}");
    }

    @Test
    void text_is_compared_without_accents_or_case_and_the_exact_name_comes_first() throws Exception {
        JsonNode results = search("q", "gànymède", "per_page", "25").json().path("results");
        assertThat(results).hasSizeGreaterThan(8);
        assertThat(results.get(0).path("nom_complet").asText()).isEqualTo("GANYMEDE");
        assertThat(search("q", "ganymede 75008")
                        .json()
                        .path("results")
                        .get(0)
                        .path("siren")
                        .asText())
                .isEqualTo("880878145");
    }

    @Test
    void filters_narrow_the_units_and_the_matching_establishments() throws Exception {
        JsonNode results = search("region", "44", "etat_administratif", "A", "per_page", "25")
                .json()
                .path("results");
        assertThat(results).isNotEmpty();
        for (JsonNode unit : results) {
            assertThat(unit.path("etat_administratif").asText()).isEqualTo("A");
            assertThat(unit.path("matching_etablissements")).isNotEmpty();
            unit.path("matching_etablissements")
                    .forEach(place -> assertThat(place.path("region").asText()).isEqualTo("44"));
        }
        for (JsonNode unit :
                search("ca_min", "1000000", "per_page", "25").json().path("results")) {
            assertThat(unit.path("finances").elements().next().path("ca").asLong())
                    .isGreaterThanOrEqualTo(1_000_000);
        }
        assertThat(search("est_association", "true", "code_commune", "57463")
                        .json()
                        .path("results"))
                .anyMatch(
                        unit -> EdgeUnits.ASSOCIATION.equals(unit.path("siren").asText()));
    }

    @Test
    void most_units_show_no_accounts() {
        long shown = simulator.registry().units().stream()
                .filter(unit -> unit.facts().turnover() != null)
                .count();
        assertThat(shown).isBetween(1L, simulator.registry().units().size() / 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page=1|Veuillez indiquer au moins un paramètre de recherche.",
                "inconnu=x|Veuillez indiquer au moins un paramètre de recherche.",
                "q=ab|3 caractères minimum pour les termes de la requête (ou utilisez au moins un filtre)",
                "q=abcd&per_page=26|Veuillez indiquer un paramètre `per_page` entre `1` et `25`, par défaut `10`.",
                "q=abcd&page=a|Veuillez indiquer un paramètre `page` entier.",
                "q=abcd&page=0|Veuillez indiquer un paramètre `page` entre `1` et `1000`, par défaut `1`.",
                "code_postal=5700|Au moins une valeur du paramètre code_postal est non valide.",
                "q=abcd&date_naissance_personne_min=1/2/90|Veuillez indiquer une date sous le format : aaaa-mm-jj. Exemple : '1990-01-02'",
                "q=abcd&est_bio=oui|est_bio doit prendre la valeur 'true' ou 'false' !",
            })
    void errors_are_worded_as_in_reality(String query, String text) throws Exception {
        List<String> parameters = new ArrayList<>();
        for (String pair : query.split("&")) {
            parameters.addAll(List.of(pair.split("=")));
        }
        Got got = search(parameters.toArray(String[]::new));
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.error()).isEqualTo(text);
    }

    @Test
    void other_errors() throws Exception {
        assertThat(search("activite_principale", "6201Z").error())
                .startsWith("Au moins un paramètre `activite_principale` est non valide. Les valeurs valides : ['");
        assertThat(search("q", "abcd", "page", "401", "per_page", "25").error())
                .startsWith("Le nombre total de résultats est restreint à 10 000. ");
        assertThat(search("q", "abcd", "include", "siege").status()).isEqualTo(400);
        assertThat(caller.get(Provider.RECHERCHE, "/near_point", "lat", "48").error())
                .isEqualTo("Les paramètres 'lat' et 'long' sont obligatoires pour une recherche géographique.");
        assertThat(caller.get(Provider.RECHERCHE, "/near_point", "lat", "48", "long", "2", "radius", "51")
                        .error())
                .isEqualTo("Veuillez indiquer un paramètre `radius` entre `0.001` et `50`, par défaut `5`.");
        Got unknownPath = caller.get(Provider.RECHERCHE, "/cherche");
        assertThat(unknownPath.status()).isEqualTo(404);
        assertThat(unknownPath.error()).isEqualTo("Ressource non trouvée.");
    }

    @Test
    void minimal_leaves_the_optional_blocks_out_and_include_brings_them_back() throws Exception {
        JsonNode minimal = search("q", "880878145", "minimal", "true")
                .json()
                .path("results")
                .get(0);
        assertThat(names(minimal)).doesNotContain("siege", "finances", "complements", "dirigeants", "tva");
        JsonNode more = search("q", "880878145", "minimal", "true", "include", "siege,score")
                .json()
                .path("results")
                .get(0);
        assertThat(names(more)).contains("siege", "score").doesNotContain("finances");
    }

    @Test
    void paging_cuts_the_list_without_overlap() throws Exception {
        JsonNode one = search("departement", "75", "per_page", "5").json();
        JsonNode two = search("departement", "75", "per_page", "5", "page", "2").json();
        assertThat(one.path("results")).hasSize(5);
        assertThat(one.path("total_pages").asInt())
                .isEqualTo((one.path("total_results").asInt() + 4) / 5);
        assertThat(two.path("results").get(0).path("siren"))
                .isNotEqualTo(one.path("results").get(0).path("siren"));
    }

    @Test
    void near_point_keeps_to_the_disc_and_leaves_out_masked_units() throws Exception {
        JsonNode results = caller.get(
                        Provider.RECHERCHE,
                        "/near_point",
                        "lat",
                        "49.1107",
                        "long",
                        "6.1980",
                        "radius",
                        "10",
                        "per_page",
                        "25")
                .json()
                .path("results");
        assertThat(results).isNotEmpty().allMatch(unit -> "O"
                .equals(unit.path("statut_diffusion").asText()));
    }

    @Test
    void masked_units_show_the_marker_but_keep_their_commune() throws Exception {
        JsonNode company =
                search("q", EdgeUnits.MASKED_COMPANY).json().path("results").get(0);
        assertThat(company.path("statut_diffusion").asText()).isEqualTo("P");
        assertThat(company.path("nom_complet").asText()).startsWith("DIFFUSION PARTIELLE FICTIVE");
        assertThat(company.path("siege").path("adresse").asText()).isEqualTo("[NON-DIFFUSIBLE]");
        assertThat(company.path("siege").path("commune").asText()).isEqualTo("57463");
        JsonNode person =
                search("q", EdgeUnits.MASKED_PERSON).json().path("results").get(0);
        assertThat(person.path("nom_complet").asText()).isEqualTo("[NON-DIFFUSIBLE]");
    }

    @Test
    void edge_units_are_there() throws Exception {
        JsonNode ghost = search("q", EdgeUnits.GHOST).json().path("results").get(0);
        assertThat(ghost.path("nom_complet").isNull()).isTrue();
        assertThat(ghost.path("siege").toString()).isEqualTo("{}");
        assertThat(search("q", "356000000")
                        .json()
                        .path("results")
                        .get(0)
                        .path("nombre_etablissements")
                        .asInt())
                .isEqualTo(12_000);
        assertThat(search("q", EdgeUnits.LEADING_ZEROS).json().path("results")).hasSize(1);
        JsonNode foreign = search("q", EdgeUnits.FOREIGN_HEAD_OFFICE)
                .json()
                .path("results")
                .get(0);
        assertThat(foreign.path("siege").path("code_pays_etranger").asText()).isEqualTo("99109");
        assertThat(foreign.path("siege").path("code_postal").isNull()).isTrue();
        JsonNode cedex = search("q", EdgeUnits.CEDEX).json().path("results").get(0);
        assertThat(cedex.path("siege").path("cedex").asText()).isEqualTo("57012");
        assertThat(search("q", EdgeUnits.NOT_STARTED)
                        .json()
                        .path("results")
                        .get(0)
                        .path("activite_principale")
                        .asText())
                .isEqualTo("00.00Z");
    }

    @Test
    void more_recordings_are_loaded_from_a_folder(@TempDir Path folder) throws Exception {
        String unit = search("q", "880878145").json().toString().replace("880878145", "732829320");
        Files.writeString(folder.resolve("search-x.json"), unit);
        try (RegistrySimulator other = RegistrySimulator.start(
                0, SimulatorOptions.usual().unlimited().withFictitiousUnits(0).withRecordings(folder))) {
            Got got = new Caller(other).get(Provider.RECHERCHE, "/search", "q", "732829320");
            assertThat(got.json().path("total_results").asInt()).isEqualTo(1);
        }
    }

    @Test
    void the_eighth_call_within_a_second_is_refused() throws Exception {
        simulator.limit(Provider.RECHERCHE, Provider.RECHERCHE.usualLimits());
        try {
            // a slow machine earns a token now and then, so the refusal may come a little later
            Got refused = null;
            for (int i = 0; refused == null && i < 200; i++) {
                Got got = search("q", "880878145");
                assertThat(got.status()).isIn(i < 7 ? new Integer[] {200} : new Integer[] {200, 429});
                refused = got.status() == 429 ? got : null;
            }
            assertThat(refused).isNotNull();
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        } finally {
            simulator.limit(Provider.RECHERCHE, Limits.NONE);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void the_same_unit_is_the_same_every_time() throws Exception {
        String siren = FictitiousUnits.siren(42);
        assertThat(Json.bytes(search("q", siren).json()))
                .isEqualTo(Json.bytes(search("q", siren).json()));
    }
}
