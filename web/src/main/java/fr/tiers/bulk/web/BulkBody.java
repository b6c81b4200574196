package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkStatus;
import fr.tiers.bulk.BulkView;
import fr.tiers.job.web.ExecutionView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A bulk action as REST shows it.
 *
 * @param selection conditions as in the URL of the list; null when the tiers were named
 * @param rows how many tiers it is about
 * @param counts rows by result: CHANGE, UNCHANGED, REFUSED, CHANGED_SINCE; and APPLIED, UNDONE, KEPT; empty in lists
 * @param run progress of the last run
 * @param undoUntil until when it can be undone; null when it cannot, or was not applied yet
 */
public record BulkBody(
        long id,
        long version,
        String action,
        Map<String, List<String>> parameters,
        String selection,
        long rows,
        BulkStatus status,
        Map<String, Long> counts,
        ExecutionView run,
        boolean undoable,
        Instant undoUntil,
        String createdBy,
        Instant createdAt) {

    static BulkBody of(BulkView view, ExecutionView run) {
        return new BulkBody(
                view.id(),
                view.version(),
                view.action(),
                view.parameters(),
                view.selection(),
                view.rows(),
                view.status(),
                view.counts(),
                run,
                view.undoable(),
                view.undoUntil(),
                view.createdBy(),
                view.createdAt());
    }
}
