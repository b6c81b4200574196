package fr.tiers.address.geocoding;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.TestDatabase;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import fr.tiers.tier.TestTiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeocodingTest {

    private static final Position NANTES = new Position(47.21, -1.55, 0.91, "housenumber");

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.now(Clock.systemUTC()).plusSeconds(5);
    private Optional<Position> answer = Optional.of(NANTES);
    private Exception fault;

    @BeforeEach
    void tier() {
        TestTiers.unit(database, 1);
        TestTiers.tier(database, 10, 1L);
    }

    @Test
    void anAddressIsPlacedAfterTheCommitWithScoreAndTypeAndItsVersionStays() {
        long id = address("3 quai de la Loire", "44000", "Nantes", null);
        assertThat(row(id)).containsEntry("state", "PENDING");

        run().work();

        assertThat(asked).containsExactly("3 quai de la Loire 44000 Nantes");
        assertThat(row(id))
                .containsEntry("state", "FOUND")
                .containsEntry("score", 0.91)
                .containsEntry("type", "housenumber")
                .containsEntry("address_latitude", 47.21)
                .containsEntry("version", 0L);
    }

    @Test
    void theSameTextIsAskedOnce() {
        address("3 quai de la Loire", "44000", "Nantes", null);
        long second = address("3 Quai de la LOIRE", "44000", "NANTES", null);

        run().work();

        assertThat(asked).hasSize(1);
        assertThat(row(second)).containsEntry("state", "FOUND").containsEntry("address_longitude", -1.55);
    }

    @Test
    void aPinIsNeverMovedUntilItIsTakenAway() {
        long id = address("3 quai de la Loire", "44000", "Nantes", 48.0);
        update(id, "line1 = '5 quai de la Loire'");
        run().work();

        assertThat(asked).isEmpty();
        assertThat(row(id)).containsEntry("state", "MANUAL").containsEntry("address_latitude", 48.0);

        update(id, "latitude = null, longitude = null");
        run().work();

        assertThat(row(id)).containsEntry("state", "FOUND").containsEntry("address_latitude", 47.21);
    }

    @Test
    void aPinSetAfterTheGeocodingWins() {
        long id = address("3 quai de la Loire", "44000", "Nantes", null);
        run().work();
        update(id, "latitude = 47.3, longitude = -1.5");
        update(id, "line1 = '9 quai de la Loire'");
        run().work();

        assertThat(asked).hasSize(1);
        assertThat(row(id)).containsEntry("state", "MANUAL").containsEntry("address_latitude", 47.3);
    }

    @Test
    void aPinSetWhileTheGeocoderThinksWins() {
        long id = address("3 quai de la Loire", "44000", "Nantes", null);
        var claim = queue().claim(Duration.ofMinutes(1)).orElseThrow();
        update(id, "latitude = 47.3, longitude = -1.5");
        queue().settle(claim, NANTES);

        assertThat(row(id)).containsEntry("state", "MANUAL").containsEntry("address_latitude", 47.3);
    }

    @Test
    void anotherTextIsLookedForAgain() {
        long id = address("3 quai de la Loire", "44000", "Nantes", null);
        run().work();
        update(id, "line1 = '9 quai de la Loire'");
        answer = Optional.empty();
        run().work();

        assertThat(asked).hasSize(2);
        assertThat(row(id)).containsEntry("state", "NOT_FOUND").containsEntry("address_latitude", null);
    }

    @Test
    void aGeocoderThatIsDownIsAskedAgainLaterAndTheRunEnds() {
        long id = address("3 quai de la Loire", "44000", "Nantes", null);
        address("4 quai de la Loire", "44000", "Nantes", null);
        fault = new ProviderUnavailable("geocoding", "HTTP 503", Duration.ZERO, null);
        run().work();

        assertThat(asked).hasSize(1);
        assertThat(row(id)).containsEntry("state", "FAILED").containsEntry("last_error", "geocoding: HTTP 503");

        fault = null;
        run().work();
        assertThat(row(id)).containsEntry("state", "FAILED");
        now = now.plus(Duration.ofMinutes(2));
        run().work();
        assertThat(row(id)).containsEntry("state", "FOUND").containsEntry("last_error", null);
    }

    @Test
    void whatADeadNodeWasLookingForIsTakenAgainAfterItsLease() {
        address("3 quai de la Loire", "44000", "Nantes", null);
        queue().claim(Duration.ofMinutes(2));

        assertThat(queue().claim(Duration.ofMinutes(2))).isEmpty();
        now = now.plus(Duration.ofMinutes(3));
        assertThat(queue().claim(Duration.ofMinutes(2))).isPresent();
    }

    @Test
    void aRefusalOfOneAddressDoesNotKeepTheOthersWaiting() {
        address("3 quai de la Loire", "44000", "Nantes", null);
        address("4 quai de la Loire", "44000", "Nantes", null);
        fault = new ProviderRefused("geocoding", 400);
        run().work();

        assertThat(asked).hasSize(2);
    }

    @Test
    void theMainAddressOfATierIsPlacedWithoutTouchingItsVersion() {
        database.jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update tier set address_line1 = '1 rue de Strasbourg', postal_code = '44000', city = 'Nantes' where id = 10"));
        run().work();

        var tier = database.jdbi()
                .withHandle(handle -> handle.createQuery("select latitude, version from tier where id = 10")
                        .mapToMap()
                        .one());
        assertThat(tier).containsEntry("latitude", 47.21).containsEntry("version", 0L);
    }

    @Test
    void anAddressAbroadIsNotLookedFor() {
        long id = address("1 rue de la Loi", "1000", "Bruxelles", null);
        update(id, "country = 'BE'");
        run().work();

        assertThat(asked).isEmpty();
        assertThat(row(id)).containsEntry("state", "ABROAD");
    }

    @Test
    void administratorsSeeCountsAndTryAgain() {
        address("3 quai de la Loire", "44000", "Nantes", null);
        answer = Optional.empty();
        run().work();
        var status = new GeocodingStatus(database.db(), clock());

        assertThat(status.counts()).containsEntry("NOT_FOUND", 1L).containsEntry("PENDING", 0L);
        answer = Optional.of(NANTES);
        assertThat(status.retry()).isEqualTo(1);
        run().work();
        assertThat(status.counts()).containsEntry("FOUND", 1L);
    }

    @Test
    void anAnswerAboutAnotherPlaceIsNone() throws Exception {
        var feature =
                """
                {"geometry":{"type":"Point","coordinates":[2.31,48.83]},"properties":{"score":%s,"type":"street"}}""";
        var json = new ObjectMapper();

        assertThat(Geocoder.position(json.readTree(feature.formatted("0.95"))))
                .contains(new Position(48.83, 2.31, 0.95, "street"));
        assertThat(Geocoder.position(json.readTree(feature.formatted("0.2")))).isEmpty();
        assertThat(Geocoder.position(json.readTree("{}"))).isEmpty();
    }

    private long address(String line1, String postalCode, String city, Double latitude) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        insert into address (tier_id, label, line1, postal_code, city, latitude, longitude)
                        values (10, 'A', :line1, :postalCode, :city, :latitude, :latitude) returning id
                        """)
                .bind("line1", line1)
                .bind("postalCode", postalCode)
                .bind("city", city)
                .bind("latitude", latitude)
                .mapTo(Long.class)
                .one());
    }

    private void update(long id, String change) {
        database.jdbi().useHandle(handle -> handle.execute("update address set " + change + " where id = " + id));
    }

    private Map<String, Object> row(long id) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        select g.state, g.score, g.type, g.last_error, a.latitude as address_latitude,
                               a.longitude as address_longitude, a.version
                        from geocoding g join address a on a.id = g.address_id where a.id = :id
                        """)
                .bind("id", id)
                .mapToMap()
                .one());
    }

    private Clock clock() {
        return Clock.fixed(now, ClockProducer.ZONE);
    }

    private GeocodingQueue queue() {
        return new GeocodingQueue(database.db(), clock());
    }

    private GeocodingRun run() {
        return new GeocodingRun(queue(), new Geocoder() {
            @Override
            public Optional<Position> find(String query, String town) throws ProviderUnavailable, ProviderRefused {
                asked.add(query);
                if (fault instanceof ProviderUnavailable down) {
                    throw down;
                }
                if (fault instanceof ProviderRefused refused) {
                    throw refused;
                }
                return answer;
            }
        });
    }
}
