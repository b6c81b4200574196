package fr.tiers.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.simulator.Caller.Got;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import fr.tiers.simulator.data.FictitiousUnits;
import fr.tiers.simulator.data.Identifiers;
import fr.tiers.simulator.infogreffe.KeyFigures;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InfogreffeTest {

    private static final String DATASETS = "/api/explore/v2.1/catalog/datasets";

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

    @AfterEach
    void liftLimits() {
        simulator.liftLimits();
    }

    private static Got records(int year, String... parameters) throws Exception {
        return caller.get(Provider.INFOGREFFE, DATASETS + "/chiffres-cles-" + year + "/records", parameters);
    }

    private static String sirenWith(KeyFigures.Profile profile) {
        return IntStream.range(0, 1_000)
                .mapToObj(FictitiousUnits::siren)
                .filter(siren -> simulator.registry().keyFigures(siren).profile() == profile)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figures_of_a_company_that_publishes() throws Exception {
        String siren = IntStream.range(0, 1_000)
                .mapToObj(FictitiousUnits::siren)
                .filter(candidate ->
                        simulator.registry().keyFigures(candidate).profile() == KeyFigures.Profile.PUBLISHED)
                .filter(candidate ->
                        simulator.registry().keyFigures(candidate).in(2024).size() == 3)
                .findFirst()
                .orElseThrow();
        JsonNode body = records(2024, "where", "siren=\"" + siren + "\"").json();
        assertThat(body.path("total_count").asInt()).isEqualTo(1);
        JsonNode record = body.path("results").get(0);
        assertThat(record.path("millesime_1").isTextual()).isTrue();
        assertThat(record.path("ca_1").isNumber()).isTrue();
        assertThat(record.path("code_ape").asText()).matches("\\d{4}[A-Z]");
        assertThat(record.path("date_de_cloture_exercice_1").asText()).startsWith("2024-");
        // one story: the second year here is the first year of the dataset before
        JsonNode before = records(2023, "where", "siren=\"" + siren + "\"")
                .json()
                .path("results")
                .get(0);
        assertThat(before.path("ca_1")).isEqualTo(record.path("ca_2"));
    }

    @Test
    void confidential_accounts_have_years_but_no_amounts() throws Exception {
        String siren = sirenWith(KeyFigures.Profile.CONFIDENTIAL);
        int year = simulator.registry().keyFigures(siren).lastDeposit();
        JsonNode record = records(year, "where", "siren=\"" + siren + "\"")
                .json()
                .path("results")
                .get(0);
        assertThat(record.path("millesime_1").isNull()).isFalse();
        for (String field : new String[] {"ca_1", "resultat_1", "effectif_1", "tranche_ca_millesime_1"}) {
            assertThat(record.has(field)).isTrue();
            assertThat(record.path(field).isNull()).isTrue();
        }
    }

    @Test
    void some_companies_are_nowhere_and_some_only_in_an_older_dataset() throws Exception {
        String absent = sirenWith(KeyFigures.Profile.ABSENT);
        String old = sirenWith(KeyFigures.Profile.OLD_ONLY);
        for (int year = 2022; year <= 2024; year++) {
            Got got = records(year, "where", "siren=\"" + absent + "\"");
            assertThat(got.response().body()).isEqualTo("{\"total_count\":0,\"results\":[]}");
        }
        assertThat(records(2024, "where", "siren=\"" + old + "\"")
                        .json()
                        .path("total_count")
                        .asInt())
                .isZero();
        assertThat(records(2022, "where", "siren=\"" + old + "\"")
                        .json()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void any_valid_siren_has_a_stable_answer_and_a_wrong_one_none() throws Exception {
        assertThat(records(2023, "where", "siren=\"552032534\"").response().body())
                .isEqualTo(
                        records(2023, "where", "siren=\"552032534\"").response().body());
        assertThat(records(2023, "where", "siren=\"552032535\"")
                        .json()
                        .path("total_count")
                        .asInt())
                .isZero();
        assertThat(records(2023, "where", "siren=\"000000000\"")
                        .json()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void the_kinds_of_companies_are_spread_as_announced() {
        Map<KeyFigures.Profile, Integer> counts = new HashMap<>();
        int negative = 0;
        int long18 = 0;
        int single = 0;
        for (int i = 0; i < 10_000; i++) {
            KeyFigures figures = KeyFigures.of(Identifiers.siren(String.format("40%06d", i)));
            counts.merge(figures.profile(), 1, Integer::sum);
            var years = figures.in(figures.lastDeposit());
            single += years.size() == 1 ? 1 : 0;
            long18 += years.stream().anyMatch(year -> year.duration() == 18) ? 1 : 0;
            negative += years.stream().anyMatch(year -> year.result() != null && year.result() < 0) ? 1 : 0;
        }
        int confidential =
                counts.get(KeyFigures.Profile.CONFIDENTIAL) + counts.get(KeyFigures.Profile.CONFIDENTIAL_LATELY);
        double present = 10_000 - counts.get(KeyFigures.Profile.ABSENT);
        assertThat(confidential / present).isBetween(0.37, 0.44);
        assertThat(counts.get(KeyFigures.Profile.OLD_ONLY)).isBetween(600, 800);
        assertThat(negative).isGreaterThan(500);
        assertThat(long18).isGreaterThan(100);
        assertThat(single).isGreaterThan(800);
    }

    @Test
    void recorded_accounts_are_the_same_here() throws Exception {
        JsonNode record = records(2023, "where", "siren=\"904438777\"")
                .json()
                .path("results")
                .get(0);
        assertThat(record.path("ca_1").asLong()).isEqualTo(1_008_734);
        assertThat(record.path("resultat_1").asLong()).isEqualTo(16_708);
    }

    @Test
    void a_batch_a_selection_and_an_order() throws Exception {
        JsonNode body = records(
                        2024,
                        "where",
                        "siren in (\"552032534\", \"732829320\", \"552032535\")",
                        "select",
                        "siren, ca_1 as ca",
                        "order_by",
                        "siren desc")
                .json();
        assertThat(body.path("total_count").asInt()).isEqualTo(2);
        assertThat(body.path("results").get(0).toString()).startsWith("{\"siren\":\"732829320\",\"ca\":");
        JsonNode rich = records(2024, "where", "ca_1 >= 1000000 and region=\"Grand Est\"", "limit", "3", "offset", "1")
                .json();
        assertThat(rich.path("results")).isNotEmpty();
        rich.path("results").forEach(record -> {
            assertThat(record.path("ca_1").asLong()).isGreaterThanOrEqualTo(1_000_000);
            assertThat(record.path("region").asText()).isEqualTo("Grand Est");
        });
    }

    @Test
    void limits_and_unknown_datasets_are_refused_word_for_word() throws Exception {
        Got limit = records(2024, "limit", "200");
        assertThat(limit.status()).isEqualTo(400);
        assertThat(limit.response().body())
                .isEqualTo("{\"error_code\":\"InvalidRESTParameterError\",\"message\":\"Invalid value for limit API"
                        + " parameter: 200 was found but -1 <= limit <= 100 is expected.\"}");
        assertThat(records(2024, "limit", "1", "offset", "10000")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Invalid value for sum of offset + limit API parameter: 10001 was found but <= 10000 is"
                        + " expected.");
        Got unknown = records(2025);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.response().body())
                .isEqualTo("{\"error_code\":\"NotFoundResource\",\"message\":\"The requested dataset chiffres-cles-2025"
                        + " does not exist.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siren=",
                "siren=\"552032534",
                "siren in (\"1\"",
                "chiffre=1",
                "siren=\"1\" and",
                "(siren=\"1\"",
                "= 3",
                "siren ~ \"1\"",
                "f(siren,\"x\")",
                "siren=\"1\" siren=\"2\""
            })
    void a_malformed_where_is_an_odsql_error(String where) throws Exception {
        Got got = records(2024, "where", where);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().path("error_code").asText()).isEqualTo("ODSQLError");
        assertThat(got.json().path("message").asText()).startsWith("ODSQL query is malformed: ");
    }

    @Test
    void the_catalogue_lists_the_datasets_with_their_fields() throws Exception {
        JsonNode all = caller.get(Provider.INFOGREFFE, DATASETS, "where", "dataset_id like \"chiffres-cles\"")
                .json();
        assertThat(all.path("total_count").asInt()).isEqualTo(3);
        JsonNode one = caller.get(Provider.INFOGREFFE, DATASETS + "/chiffres-cles-2024")
                .json();
        assertThat(one.path("fields").findValuesAsText("name"))
                .contains("siren", "ca_1", "effectif_3", "tranche_ca_millesime_2");
    }

    @Test
    void the_daily_quota_is_announced_then_enforced() throws Exception {
        simulator.limit(Provider.INFOGREFFE, Limits.perDay(2));
        Got first = records(2024, "where", "siren=\"552032534\"");
        assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(Long.parseLong(first.header("X-RateLimit-Reset")) % 86_400).isZero();
        records(2024);
        Got refused = records(2024);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("errorcode").asInt()).isEqualTo(10005);
        assertThat(refused.json().path("call_limit").asInt()).isEqualTo(2);
        assertThat(refused.json().path("limit_time_unit").asText()).isEqualTo("day");
        assertThat(refused.json().path("reset_time").asText()).endsWith("T00:00:00Z");
        assertThat(refused.json().path("error").asText())
                .isEqualTo("You have exceeded the requests limit for anonymous users.");
        assertThat(records(2024, "apikey", "k").status()).isEqualTo(200);

        simulator.limit(Provider.INFOGREFFE, Limits.NONE.withDomainPerDay(1));
        records(2024);
        Got domain = records(2024);
        assertThat(domain.json().path("errorcode").asInt()).isEqualTo(10002);
        assertThat(domain.json().path("error").asText())
                .isEqualTo("Too many requests on the domain. Please contact the domain administrator.");
    }

    @Test
    void a_key_can_be_demanded() throws Exception {
        simulator.limit(Provider.INFOGREFFE, Limits.NONE.withApiKey("secret"));
        assertThat(records(2024).status()).isEqualTo(401);
        assertThat(records(2024, "apikey", "secret").status()).isEqualTo(200);
        Got byHeader = caller.send(HttpRequest.newBuilder(
                        Caller.uri(simulator.url(Provider.INFOGREFFE) + DATASETS + "/chiffres-cles-2024/records"))
                .header("Authorization", "Apikey secret"));
        assertThat(byHeader.status()).isEqualTo(200);
    }
}
