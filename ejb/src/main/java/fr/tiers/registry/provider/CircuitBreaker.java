package fr.tiers.registry.provider;

import java.time.Duration;

/**
 * Spares a provider that is down, and our callers the wait: after some failures in a row nobody is let through for a while, then one
 * call tries.
 */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration OPEN = Duration.ofSeconds(20);

    private final Waiting waiting;
    private int failures;
    private long openUntil;

    CircuitBreaker(Waiting waiting) {
        this.waiting = waiting;
    }

    /** @return false when the call must not be made; the first true after a pause is the trial, others wait for its outcome */
    synchronized boolean permits() {
        if (failures < FAILURES) {
            return true;
        }
        var now = waiting.nanos();
        if (now - openUntil < 0) {
            return false;
        }
        openUntil = now + OPEN.toNanos();
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            openUntil = waiting.nanos() + OPEN.toNanos();
        }
    }

    static Duration pause() {
        return OPEN;
    }
}
