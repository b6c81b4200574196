package fr.tiers.registry.provider;

import java.time.Duration;

/** Monotonic time and sleep, as one seam: tests wait without waiting. */
public interface Waiting {

    /** Nanoseconds since some fixed instant; never goes back, unlike the clock on the wall. */
    long nanos();

    void sleep(Duration duration) throws InterruptedException;

    /** The machine's own. */
    Waiting REAL = new Waiting() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    };
}
