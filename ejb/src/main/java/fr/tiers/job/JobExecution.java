package fr.tiers.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A run as users see it.
 *
 * @param read items taken up so far; written and skipped together
 * @param written items dealt with
 * @param unchanged of those written, how many were found as they are already
 * @param skipped items passed over; each has a line in the run's errors
 * @param total items known at the start, 0 before they are counted
 * @param rate items per second since the run last took up work
 * @param remaining estimate from the rate; null when it cannot be told or the run has ended
 * @param resumeAt when a run that waits for a provider goes on, else null
 * @param failure code of the sentence that says what is wrong ({@code job.failure.<code>}), null when nothing is
 * @param failureDetail technical, in English, may be null
 */
public record JobExecution(
        long id,
        String job,
        JobStatus status,
        long read,
        long written,
        long unchanged,
        long skipped,
        long total,
        double rate,
        Instant startedAt,
        Instant endedAt,
        Duration remaining,
        Instant resumeAt,
        boolean stopRequested,
        String requestedBy,
        Map<String, String> parameters,
        String failure,
        String failureDetail) {

    /** Items per second, to two decimals; 0 before the first second is over. */
    static double rate(long read, Instant since, Instant until) {
        var millis = Duration.between(since, until).toMillis();
        return millis < 1000 ? 0 : Math.round(read * 100_000.0 / millis) / 100.0;
    }

    /** @return null without a rate to go by */
    static Duration remaining(JobStatus status, long read, long total, double rate) {
        if (!status.isActive() || rate <= 0 || total < read) {
            return null;
        }
        return Duration.ofSeconds(Math.round((total - read) / rate));
    }
}
