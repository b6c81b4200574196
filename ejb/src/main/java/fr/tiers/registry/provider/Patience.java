package fr.tiers.registry.provider;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long one caller is ready to wait for an answer, all retries and queueing included, and whether it still wants one. Waits look at
 * it several times a second, so a job that is stopped does not sit out a long pause.
 */
public final class Patience {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Waiting waiting;
    private final long end;
    private final BooleanSupplier cancelled;

    private Patience(Waiting waiting, Duration limit, BooleanSupplier cancelled) {
        this.waiting = waiting;
        this.end = waiting.nanos() + limit.toNanos();
        this.cancelled = cancelled;
    }

    public static Patience of(Duration limit) {
        return of(limit, () -> false);
    }

    /** @param cancelled asked often and from any thread; true ends the wait with {@link NoLongerWanted} */
    public static Patience of(Duration limit, BooleanSupplier cancelled) {
        return new Patience(Waiting.REAL, limit, cancelled);
    }

    static Patience of(Waiting waiting, Duration limit, BooleanSupplier cancelled) {
        return new Patience(waiting, limit, cancelled);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - waiting.nanos()));
    }

    /** @throws NoLongerWanted when nobody waits for the answer any more */
    void check() throws NoLongerWanted {
        if (cancelled.getAsBoolean()) {
            throw new NoLongerWanted("no longer wanted", null);
        }
    }

    /** Sleeps, with a glance at the cancellation now and then. */
    void sleep(Duration duration) throws NoLongerWanted {
        var until = waiting.nanos() + duration.toNanos();
        for (var left = duration.toNanos(); left > 0; left = until - waiting.nanos()) {
            check();
            nap(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
        }
        check();
    }

    private void nap(Duration duration) throws NoLongerWanted {
        try {
            waiting.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoLongerWanted("interrupted", e);
        }
    }
}
