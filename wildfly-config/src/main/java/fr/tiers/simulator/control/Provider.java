package fr.tiers.simulator.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The simulated services, each behind its own path prefix and with the limits its owner publishes. */
public enum Provider {
    /** API Recherche d'entreprises: 7 requests a second per address. */
    RECHERCHE(Limits.perSecond(7)),
    /** Infogreffe key figures: a daily quota set by the portal; the real number is not published. */
    INFOGREFFE(Limits.perDay(50_000)),
    /** INSEE Sirene 3.11: 30 requests a minute. */
    INSEE(Limits.perMinute(30)),
    /** Geocoding: 50 requests a second, then five seconds of refusal. */
    GEOPF(Limits.perSecond(50).withPenaltySeconds(5));

    private final Limits usual;

    Provider(Limits usual) {
        this.usual = usual;
    }

    public Limits usualLimits() {
        return usual;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String prefix() {
        return "/" + key();
    }

    public static Optional<Provider> ofPath(String path) {
        return Arrays.stream(values())
                .filter(provider -> path.equals(provider.prefix()) || path.startsWith(provider.prefix() + "/"))
                .findFirst();
    }

    /** @throws IllegalArgumentException when no provider has that key */
    public static Provider ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
