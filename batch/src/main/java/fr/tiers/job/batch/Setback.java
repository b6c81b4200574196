package fr.tiers.job.batch;

import java.time.Duration;
import java.util.Optional;

/** How a run reacts to a failure: waits a little longer each time, or gives up. */
final class Setback {

    /** A chunk did not commit and nobody said why: time-out of its transaction, say. */
    static final RunControl.Failure INTERRUPTED =
            new RunControl.Failure("internal-error", "a chunk did not commit", true, Duration.ZERO);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** A provider that wants to be left alone for longer (a day's quota) is not waited for: the next run goes on. */
    private static final Duration WORTH_WAITING = Duration.ofMinutes(15);

    private Setback() {}

    /**
     * @param attempts resumes in a row without progress so far
     * @param retries how many there may be
     * @return how long to wait; empty when the run fails
     */
    static Optional<Duration> pause(RunControl.Failure failure, int attempts, int retries) {
        if (!failure.passing() || attempts >= retries || failure.retryAfter().compareTo(WORTH_WAITING) > 0) {
            return Optional.empty();
        }
        var growing = FIRST.multipliedBy(1L << Math.min(attempts, 10));
        var own = growing.compareTo(LONGEST) > 0 ? LONGEST : growing;
        return Optional.of(failure.retryAfter().compareTo(own) > 0 ? failure.retryAfter() : own);
    }
}
