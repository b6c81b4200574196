package fr.tiers.registry.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only when somebody sleeps or the test says so. */
final class FakeTime implements Waiting {

    // Near the overflow on purpose: nanoTime may be anywhere.
    private long now = Long.MAX_VALUE - 1_000;
    private final List<Duration> sleeps = new ArrayList<>();

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        sleeps.add(duration);
        now += duration.toNanos();
    }

    synchronized void pass(Duration duration) {
        now += duration.toNanos();
    }

    synchronized Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
