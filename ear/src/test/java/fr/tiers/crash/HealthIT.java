package fr.tiers.crash;

import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a load balancer and a supervisor are told while the database is away. */
class HealthIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void without_its_database_the_server_lives_but_is_not_ready() throws Exception {
        try (var site = Installation.prepare("health")) {
            site.start();
            // The server counts itself ready a moment after the application is deployed.
            Until.holds("ready", LONG, () -> site.health("ready").status() == 200);
            site.health("live").expect(200);

            site.shutOut();

            var ready = site.health("ready").expect(503);
            assertThat(ready.body().path("checks")).anySatisfy(check -> {
                assertThat(check.path("name").asText()).isEqualTo("database");
                assertThat(check.path("status").asText()).isEqualTo("DOWN");
                assertThat(check.at("/data/reason").asText()).isNotEmpty();
            });
            site.health("live").expect(200);

            site.letIn();
            Until.holds("ready again", LONG, () -> site.health("ready").status() == 200);
        }
    }
}
