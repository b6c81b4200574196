package fr.tiers.registry.provider;

import java.time.Duration;

/**
 * Keeps all threads of this node together inside a provider's quota. In no window as long as the quota's period are more requests let
 * go than it grants: a token bucket would allow twice as many around its first refill, and the State's balancer bans for that.
 */
final class RateLimiter {

    private final Waiting waiting;
    private final long window;
    /** When the last n requests were let go; the oldest is at {@code next}. */
    private final long[] granted;

    private int next;
    private int used;
    private boolean closed;
    private long closedUntil;

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
        // Differences only: the counter may wrap.
        var wait = used == granted.length ? Math.max(0, granted[next] + window - now) : 0;
        closed = closed && closedUntil - now > 0;
        if (closed) {
            wait = Math.max(wait, closedUntil - now);
        }
        if (wait > longest.toNanos()) {
            return new Turn(Duration.ofNanos(wait), false);
        }
        granted[next] = now + wait;
        next = (next + 1) % granted.length;
        used = Math.min(used + 1, granted.length);
        return new Turn(Duration.ofNanos(wait), true);
    }

    /** Lets nobody through for a while: the provider said so. */
    synchronized void close(Duration pause) {
        var until = waiting.nanos() + pause.toNanos();
        closedUntil = closed && closedUntil - until > 0 ? closedUntil : until;
        closed = true;
    }
}
