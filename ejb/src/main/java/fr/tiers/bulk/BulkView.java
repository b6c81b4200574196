package fr.tiers.bulk;

import fr.tiers.job.JobExecution;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A bulk action as it is read.
 *
 * @param selection conditions of the list, as in its URL; null when the rows were named one by one
 * @param rows how many tiers it is about
 * @param counts rows by result (CHANGE, UNCHANGED, REFUSED, CHANGED_SINCE), and APPLIED, UNDONE, KEPT; empty in lists
 * @param run the last one; null when its record is gone
 * @param undoUntil null when there is no way back, or not yet
 */
public record BulkView(
        long id,
        long version,
        String action,
        Map<String, List<String>> parameters,
        String selection,
        long rows,
        BulkStatus status,
        Map<String, Long> counts,
        JobExecution run,
        boolean undoable,
        Instant undoUntil,
        String createdBy,
        Instant createdAt)
        implements Serializable {

    /** How many rows are of a kind. */
    public long count(String kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Whether it can be taken back now. */
    public boolean isUndoable(Instant now) {
        return undoUntil != null && now.isBefore(undoUntil) && status.isRun() && count("APPLIED") > 0;
    }
}
