package fr.tiers.address.geocoding;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import fr.tiers.registry.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The Base Adresse Nationale by way of the Géoplateforme (provider {@code geocoding}). */
@ApplicationScoped
public class Geocoder {

    /** Below this the answer is about another place. */
    private static final double LEAST_SCORE = 0.4;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Providers providers;

    protected Geocoder() {
        this(null);
    }

    @Inject
    public Geocoder(Providers providers) {
        this.providers = providers;
    }

    /**
     * @param town asked for when the street is not known; null for not at all
     * @return empty when the geocoder knows neither
     */
    public Optional<Position> find(String query, String town)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        var exact = ask(query, null);
        return exact.isPresent() || town == null ? exact : ask(town, "municipality");
    }

    private Optional<Position> ask(String query, String type)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        // It refuses a question that begins with anything else.
        var text = query.replaceAll("^[^\\p{L}\\p{N}]+", "").strip();
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", text.substring(0, Math.min(text.length(), LONGEST)));
        parameters.put("limit", "1");
        parameters.put("autocomplete", "0");
        if (type != null) {
            parameters.put("type", type);
        }
        var answer = providers.named("geocoding").get("/search", parameters, Patience.of(LIMIT));
        if (!answer.path("features").isArray()) {
            throw new MalformedAnswer("geocoding", "no features in the answer", null);
        }
        return position(answer.path("features").path(0));
    }

    static Optional<Position> position(JsonNode feature) {
        var coordinates = feature.path("geometry").path("coordinates");
        var properties = feature.path("properties");
        double longitude = coordinates.path(0).asDouble(Double.NaN);
        double latitude = coordinates.path(1).asDouble(Double.NaN);
        double score = Math.min(properties.path("score").asDouble(0), 1);
        boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return onEarth && score >= LEAST_SCORE
                ? Optional.of(new Position(
                        latitude, longitude, score, properties.path("type").asText(null)))
                : Optional.empty();
    }
}
