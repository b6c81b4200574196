package fr.tiers.registry.provider;

import java.time.Duration;

/**
 * Keeps all threads of this node together inside a provider's quota. In no window as long as the quota's period are more requests let
 * go than it grants: a token bucket would allow twice as many around its first refill, and the State's balancer bans for that.
 */
final class RateLimiter {

    private static final long NEVER = Long.MIN_VALUE;

    private final Waiting waiting;
    private final long window;
    /** When the last n requests were let go; the oldest is at {@code next}. */
    private final long[] granted;

    private int next;
    private int used;
    private long closedUntil = NEVER;

    /**
     * @param delay before sending
     * @param taken whether the place is kept for the caller
     */
    record Turn(Duration delay, boolean taken) {}

    RateLimiter(Quota quota, Waiting waiting) {
        this.waiting = waiting;
        // Two in a hundred more than asked: requests do not travel equally fast.
        this.window = quota.period().toNanos() / 50 * 51;
        this.granted = new long[quota.permits()];
    }

    /**
     * Takes a place in the queue.
     *
     * @param longest how long the caller would wait
     * @return a place, unless the wait for it is too long
     */
    synchronized Turn reserve(Duration longest) {
        var now = waiting.nanos();
        var at = now;
        if (used == granted.length) {
            at = Math.max(at, granted[next] + window);
        }
        if (closedUntil != NEVER) {
            at = Math.max(at, closedUntil);
        }
        if (at - now > longest.toNanos()) {
            return new Turn(Duration.ofNanos(at - now), false);
        }
        granted[next] = at;
        next = (next + 1) % granted.length;
        used = Math.min(used + 1, granted.length);
        return new Turn(Duration.ofNanos(at - now), true);
    }

    /** Lets nobody through for a while: the provider said so. */
    synchronized void close(Duration pause) {
        var until = waiting.nanos() + pause.toNanos();
        closedUntil = closedUntil == NEVER ? until : Math.max(closedUntil, until);
    }
}
