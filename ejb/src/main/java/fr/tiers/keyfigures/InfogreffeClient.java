package fr.tiers.keyfigures;

import com.fasterxml.jackson.databind.JsonNode;
import fr.tiers.registry.provider.MalformedAnswer;
import fr.tiers.registry.provider.Patience;
import fr.tiers.registry.provider.ProviderRefused;
import fr.tiers.registry.provider.ProviderUnavailable;
import fr.tiers.registry.provider.Providers;
import fr.tiers.tier.identity.Siren;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Chiffres clés of Infogreffe over the Explore API v2.1 (provider {@code infogreffe}). One dataset per year of publication; a company
 * stands in those of the years it deposited accounts, so they are asked newest first until one knows it.
 */
@ApplicationScoped
public class InfogreffeClient {

    /** A dataset that is not there yet may be published any day. */
    private static final Duration MISSING_FOR = Duration.ofHours(6);

    private final Providers providers;
    private final Clock clock;
    private final List<String> datasets;
    private final Optional<String> key;
    private final Map<String, Instant> missing = new ConcurrentHashMap<>();

    protected InfogreffeClient() {
        this(null, null, "", Optional.empty());
    }

    /**
     * @param datasets {@code tiers.provider.infogreffe.datasets}: comma list, newest first
     * @param key {@code tiers.provider.infogreffe.key}: optional, raises the quota
     */
    @Inject
    public InfogreffeClient(
            Providers providers,
            Clock clock,
            @ConfigProperty(
                            name = "tiers.provider.infogreffe.datasets",
                            defaultValue =
                                    "chiffres-cles-2025,chiffres-cles-2024,chiffres-cles-2023,chiffres-cles-2022,"
                                            + "chiffres-cles-2021,chiffres-cles-2020,chiffres-cles-2019")
                    String datasets,
            @ConfigProperty(name = "tiers.provider.infogreffe.key") Optional<String> key) {
        this.providers = providers;
        this.clock = clock;
        this.datasets = Stream.of(datasets.split(","))
                .map(String::strip)
                .filter(id -> id.matches("[A-Za-z0-9_-]+"))
                .toList();
        this.key = key.filter(text -> !text.isBlank());
    }

    /**
     * @param siren nine digits
     * @throws IllegalArgumentException for anything else: it would end up in a query
     */
    public PublicFigures fetch(String siren, Patience patience)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        if (!Siren.isValid(siren) || !siren.matches("[0-9]{9}")) {
            throw new IllegalArgumentException("not a SIREN");
        }
        ProviderRefused noneThere = null;
        var answered = false;
        for (var dataset : datasets) {
            if (isMissing(dataset)) {
                continue;
            }
            try {
                var years = InfogreffeParser.parse(records(dataset, siren, patience), siren);
                if (!years.isEmpty()) {
                    return new PublicFigures(years);
                }
                answered = true;
            } catch (ProviderRefused e) {
                if (e.status() != 404) {
                    throw e;
                }
                missing.put(dataset, clock.instant().plus(MISSING_FOR));
                noneThere = e;
            }
        }
        if (!answered) {
            // Not one dataset: the address is wrong, or the portal moved. Nothing is known about the company.
            throw noneThere == null ? new ProviderRefused("infogreffe", 404) : noneThere;
        }
        return new PublicFigures(List.of());
    }

    private boolean isMissing(String dataset) {
        var until = missing.get(dataset);
        return until != null && clock.instant().isBefore(until);
    }

    private JsonNode records(String dataset, String siren, Patience patience)
            throws ProviderUnavailable, ProviderRefused, MalformedAnswer {
        var query = new LinkedHashMap<String, String>();
        query.put("where", "siren=\"" + siren + '"');
        query.put("limit", "10");
        key.ifPresent(value -> query.put("apikey", value));
        var answer = providers.named("infogreffe").get("/catalog/datasets/" + dataset + "/records", query, patience);
        if (!answer.path("results").isArray()) {
            throw new MalformedAnswer("infogreffe", "no results in the answer", null);
        }
        return answer;
    }
}
