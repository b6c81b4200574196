package fr.tiers.crash;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something to come true, as long as needed and never longer than allowed. */
public final class Until {

    private static final long GLANCE_MILLIS = 50;

    private Until() {}

    /** @param what sentence for the case that it never happens */
    public static void holds(String what, Duration longest, Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + longest.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": not within " + longest.toSeconds() + " s");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }
}
