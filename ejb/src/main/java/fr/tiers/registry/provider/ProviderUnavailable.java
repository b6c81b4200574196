package fr.tiers.registry.provider;

import java.time.Duration;

/** Temporary: down, too slow, quota used up, or left alone by the circuit breaker. Worth another try later. */
public class ProviderUnavailable extends ProviderException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public ProviderUnavailable(String provider, String message, Duration retryAfter, Throwable cause) {
        super(provider, message, cause);
        this.retryAfter = retryAfter;
    }

    /** What the provider asked for, or how long it is left alone; zero when nothing is known. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
