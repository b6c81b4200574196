package fr.tiers.simulator.control;

/** A bucket of {@code capacity} tokens refilled evenly over {@code periodMillis}. Not thread-safe. */
final class TokenBucket {

    private final double capacity;
    private final double tokensPerMilli;
    private final long penaltyMillis;
    private double tokens;
    private long last;
    private long blockedUntil;

    TokenBucket(int capacity, long periodMillis, long penaltyMillis, long now) {
        this.capacity = capacity;
        this.tokensPerMilli = (double) capacity / periodMillis;
        this.penaltyMillis = penaltyMillis;
        this.tokens = capacity;
        this.last = now;
    }

    /** Takes a token; answers the milliseconds to wait, {@code 0} when the token was granted. */
    long take(long now) {
        tokens = Math.min(capacity, tokens + (now - last) * tokensPerMilli);
        last = now;
        if (now < blockedUntil) {
            return blockedUntil - now;
        }
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        if (penaltyMillis > 0) {
            blockedUntil = now + penaltyMillis;
            return penaltyMillis;
        }
        return Math.max(1, (long) Math.ceil((1 - tokens) / tokensPerMilli));
    }
}
