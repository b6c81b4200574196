package fr.tiers.simulator.control;

import java.time.Instant;

/**
 * Why a call is answered 429.
 *
 * @param limit the number that was reached
 * @param retryAfterSeconds value of the {@code Retry-After} header
 * @param resetAt when the daily quota starts again
 */
public record Refusal(Reason reason, int limit, long retryAfterSeconds, Instant resetAt) {

    /** Which limit was hit. */
    public enum Reason {
        RATE,
        ANONYMOUS_QUOTA,
        DOMAIN_QUOTA
    }
}
