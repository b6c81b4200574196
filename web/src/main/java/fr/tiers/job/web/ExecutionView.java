package fr.tiers.job.web;

import fr.tiers.job.JobExecution;
import fr.tiers.job.JobStatus;
import java.time.Instant;

/**
 * A run as REST shows it.
 *
 * @param read items taken up so far; written and skipped together
 * @param unchanged of those written, how many were found as they are already
 * @param total items known at the start, 0 before they are counted
 * @param rate items per second since the run last took up work
 * @param remainingSeconds estimate; null when it cannot be told or the run has ended
 * @param resumeAt when a run that waits for a provider goes on
 * @param failure code of what went wrong, or of what a run waits for
 * @param failureText the same in words
 * @param errorsUrl what was passed over, row by row
 */
public record ExecutionView(
        long id,
        String job,
        JobStatus status,
        long read,
        long written,
        long unchanged,
        long skipped,
        long total,
        double rate,
        Long remainingSeconds,
        Instant startedAt,
        Instant endedAt,
        Instant resumeAt,
        boolean stopRequested,
        String requestedBy,
        String failure,
        String failureText,
        String errorsUrl) {

    public static ExecutionView of(JobExecution run, String failureText, String errorsUrl) {
        return new ExecutionView(
                run.id(),
                run.job(),
                run.status(),
                run.read(),
                run.written(),
                run.unchanged(),
                run.skipped(),
                run.total(),
                run.rate(),
                run.remaining() == null ? null : run.remaining().toSeconds(),
                run.startedAt(),
                run.endedAt(),
                run.resumeAt(),
                run.stopRequested(),
                run.requestedBy(),
                run.failure(),
                failureText,
                errorsUrl);
    }
}
