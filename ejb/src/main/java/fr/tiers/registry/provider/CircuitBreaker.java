package fr.tiers.registry.provider;

import java.time.Duration;

/**
 * Spares a provider that is down, and our callers the wait: after some failures in a row nobody is let through for a while, then one
 * call tries and the others wait for its outcome. Were they refused meanwhile, the threads of a job would fail it, and so cancel the very
 * call that might have found the provider well again.
 */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final Duration OPEN = Duration.ofSeconds(20);

    private final Waiting waiting;
    private int failures;
    private long openUntil;
    private boolean trying;

    /** What somebody who wants to call is told. */
    enum Verdict {
        GO,
        /** the call on which it depends whether the others may go; ends with an outcome, or with {@link #giveUp} */
        TRY,
        /** somebody else is trying: ask again in a moment */
        WAIT,
        /** not before {@link #pause} is over */
        NO
    }

    CircuitBreaker(Waiting waiting) {
        this.waiting = waiting;
    }

    synchronized Verdict ask() {
        if (failures < FAILURES) {
            return Verdict.GO;
        }
        if (waiting.nanos() - openUntil < 0) {
            return Verdict.NO;
        }
        if (trying) {
            return Verdict.WAIT;
        }
        trying = true;
        return Verdict.TRY;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            openUntil = waiting.nanos() + OPEN.toNanos();
            trying = false;
        }
    }

    /** A trial that ended without telling anything, its caller no longer wanted it: the next one tries. Without effect after an outcome. */
    synchronized void giveUp() {
        trying = false;
    }

    synchronized Duration pause() {
        return Duration.ofNanos(Math.max(0, openUntil - waiting.nanos()));
    }
}
