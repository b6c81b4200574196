package fr.tiers.simulator;

import fr.tiers.simulator.Caller.Got;
import fr.tiers.simulator.control.Fault;
import fr.tiers.simulator.control.FaultKind;
import fr.tiers.simulator.control.Limits;
import fr.tiers.simulator.control.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {

    private static RegistrySimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        simulator = RegistrySimulator.start(0, SimulatorOptions.usual().withFictitiousUnits(0));
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void reset() {
        simulator.reset();
        simulator.liftLimits();
    }

    private static Got call() throws Exception {
        return caller.get(Provider.RECHERCHE, "/search", "q", "880878145");
    }

    private static void arm(FaultKind kind) {
        simulator.faults().set(Provider.RECHERCHE, Fault.of(kind));
    }

    @Test
    void errors_of_the_server() throws Exception {
        arm(FaultKind.HTTP_500);
        assertThat(call().error()).isEqualTo("Une erreur inattendue s'est produite. Veuillez réessayer plus tard.");
        arm(FaultKind.HTTP_502);
        Got gateway = call();
        assertThat(gateway.status()).isEqualTo(502);
        assertThat(gateway.header("Content-Type")).startsWith("text/html");
        simulator.faults().set(Provider.RECHERCHE, new Fault(FaultKind.HTTP_503, 0, 5, Fault.UNTIL_CLEARED));
        assertThat(call().header("Retry-After")).isEqualTo("5");
    }

    @Test
    void too_many_requests_with_the_wait_asked() throws Exception {
        simulator.faults().set(Provider.RECHERCHE, Fault.tooManyRequests(7).times(1));
        Got refused = call();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(call().status()).as("it wears off").isEqualTo(200);
    }

    @Test
    void answers_that_cannot_be_read() throws Exception {
        arm(FaultKind.TRUNCATED_JSON);
        Got truncated = call();
        assertThat(truncated.status()).isEqualTo(200);
        assertThat(truncated.json()).isNull();
        arm(FaultKind.WRONG_JSON);
        assertThat(call().json().has("results")).isFalse();
        arm(FaultKind.HTML_200);
        Got html = call();
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void connections_that_end_early() {
        arm(FaultKind.CLOSE);
        assertThatThrownBy(FaultsTest::call).isInstanceOf(IOException.class);
        arm(FaultKind.CUT);
        assertThatThrownBy(FaultsTest::call).isInstanceOf(IOException.class);
    }

    @Test
    void silence_lasts_until_the_client_gives_up() {
        arm(FaultKind.SILENCE);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.url(Provider.RECHERCHE) + "/search?q=880878145"))
                .timeout(Duration.ofMillis(300))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void latency() throws Exception {
        simulator.faults().set(Provider.RECHERCHE, Fault.latency(200));
        long start = System.nanoTime();
        assertThat(call().status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void a_fault_touches_its_provider_only() throws Exception {
        arm(FaultKind.HTTP_500);
        assertThat(caller.get(Provider.GEOPF, "/geocodage/search", "q", "Metz").status())
                .isEqualTo(200);
    }

    @Test
    void one_call_can_ask_for_its_own_fault() throws Exception {
        Got got = caller.send(
                HttpRequest.newBuilder(URI.create(simulator.url(Provider.RECHERCHE) + "/search?q=880878145"))
                        .header("X-Simulator-Fault", "http_503;retryAfter=9"));
        assertThat(got.status()).isEqualTo(503);
        assertThat(got.header("Retry-After")).isEqualTo("9");
        assertThat(call().status()).isEqualTo(200);
    }

    @Test
    void an_insistent_client_gets_banned() throws Exception {
        simulator.limit(Provider.RECHERCHE, Limits.perDay(1).withBanAfter(2));
        assertThat(call().status()).isEqualTo(200);
        assertThat(call().status()).isEqualTo(429);
        assertThat(call().status()).isEqualTo(429);
        assertThatThrownBy(FaultsTest::call).isInstanceOf(IOException.class);
    }

    @Test
    void calls_are_counted_per_provider_and_siren() throws Exception {
        call();
        caller.get(Provider.RECHERCHE, "/search", "q", "88087814500015");
        caller.get(
                Provider.INFOGREFFE,
                "/api/explore/v2.1/catalog/datasets/chiffres-cles-2024/records",
                "where",
                "siren in (\"552032534\",\"880878145\")");
        assertThat(simulator.counters().requests(Provider.RECHERCHE)).isEqualTo(2);
        assertThat(simulator.counters().requests(Provider.RECHERCHE, "880878145"))
                .isEqualTo(2);
        assertThat(simulator.counters().requests(Provider.INFOGREFFE, "552032534"))
                .isEqualTo(1);
        assertThat(simulator.counters().askedMoreThanOnce(Provider.INFOGREFFE)).isEmpty();
        assertThat(simulator.counters().askedMoreThanOnce(Provider.RECHERCHE)).containsExactly("880878145");
        assertThat(simulator.counters().answers(Provider.RECHERCHE, 200)).isEqualTo(2);
    }

    @Test
    void only_sound_answers_count_as_served() throws Exception {
        String path = "/api/explore/v2.1/catalog/datasets/chiffres-cles-2024/records";
        String[] where = {"where", "siren=\"552032534\""};
        simulator.faults().set(Provider.INFOGREFFE, Fault.tooManyRequests(1).times(1));
        caller.get(Provider.INFOGREFFE, path, where);
        caller.get(Provider.INFOGREFFE, path, where);
        caller.get(Provider.INFOGREFFE, path.replace("2024", "2023"), where);
        assertThat(simulator.counters().servedMoreThanOnce(Provider.INFOGREFFE)).isEmpty();
        caller.get(Provider.INFOGREFFE, path, where);
        assertThat(simulator.counters().servedMoreThanOnce(Provider.INFOGREFFE)).containsExactly("552032534 " + path);
    }

    @Test
    void the_control_page_and_its_json() throws Exception {
        assertThat(caller.send(HttpRequest.newBuilder(URI.create(simulator.url() + "/control")))
                        .response()
                        .body())
                .contains("<h1>Simulateur des registres</h1>");
        Got set = caller.post(
                "/control/faults", "{\"provider\":\"recherche\",\"kind\":\"http_429\",\"retryAfter\":3,\"times\":2}");
        assertThat(set.json().path("recherche").path("kind").asText()).isEqualTo("http_429");
        assertThat(call().header("Retry-After")).isEqualTo("3");
        Got limits = caller.post("/control/limits", "{\"provider\":\"infogreffe\",\"perDay\":12}");
        assertThat(limits.json().path("infogreffe").path("perDay").asInt()).isEqualTo(12);
        assertThat(caller.send(HttpRequest.newBuilder(URI.create(simulator.url() + "/control/counters")))
                        .json()
                        .path("recherche")
                        .path("statuses")
                        .path("429")
                        .asInt())
                .isEqualTo(1);
        assertThat(caller.post("/control/faults", "{\"provider\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(caller.post("/control/faults", "{").status()).isEqualTo(400);
        caller.post("/control/reset", "");
        assertThat(simulator.faults().current(Provider.RECHERCHE)).isEqualTo(Fault.NONE);
        assertThat(simulator.counters().requests(Provider.RECHERCHE)).isZero();
    }
}
