package fr.tiers.registry.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * The registries by name, one {@link Provider} each, shared by all threads of the node so that they share its quota. Settings, each
 * with the real service as default: {@code tiers.provider.<name>.url}, {@code .quota} ({@code 7/s}) and {@code .timeout} (ISO 8601).
 */
@ApplicationScoped
public class Providers {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final Map<String, Default> DEFAULTS = Map.of(
            "search", new Default("https://recherche-entreprises.api.gouv.fr", "7/s"),
            "infogreffe", new Default("https://opendata.datainfogreffe.fr/api/explore/v2.1", "5/s"),
            "geocoding", new Default("https://data.geopf.fr/geocodage", "40/s"));

    private record Default(String url, String quota) {}

    private final Config config;
    private final Clock clock;
    private final Map<String, Provider> known = new ConcurrentHashMap<>();
    private final HttpClient http;

    /** For the client proxy only: no HTTP client, it would bring its threads. */
    protected Providers() {
        config = null;
        clock = null;
        http = null;
    }

    @Inject
    public Providers(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * @param name {@code search}, {@code infogreffe} or {@code geocoding}
     * @throws IllegalArgumentException for a name without default, or a setting that cannot be read
     */
    public Provider named(String name) {
        return known.computeIfAbsent(name, this::open);
    }

    private Provider open(String name) {
        var usual = DEFAULTS.get(name);
        if (usual == null) {
            throw new IllegalArgumentException("unknown provider " + name);
        }
        var url = setting(name, "url", usual.url());
        var settings = new ProviderSettings(
                name,
                URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
                Quota.parse(setting(name, "quota", usual.quota())),
                Duration.parse(setting(name, "timeout", "PT10S")));
        return new Provider(settings, http, clock, Waiting.REAL);
    }

    private String setting(String name, String what, String usual) {
        return config.getOptionalValue("tiers.provider." + name + "." + what, String.class)
                .orElse(usual);
    }
}
