package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportSettings;
import fr.tiers.exchange.ImportView;
import fr.tiers.job.web.ExecutionView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An import as REST shows it.
 *
 * @param rows of the file, without the header
 * @param counts rows by result: CREATED, UPDATED, UNCHANGED, DUPLICATE, ERROR, CHANGED; and WRITTEN, REVERTED, KEPT
 * @param run progress of the last run; null before the first
 */
public record ImportBody(
        long id,
        long version,
        String fileName,
        long size,
        long rows,
        ImportView.Status status,
        List<String> header,
        List<List<String>> sample,
        ImportSettings settings,
        Map<String, Long> counts,
        ExecutionView run,
        String createdBy,
        Instant createdAt) {

    static ImportBody of(ImportView view, ExecutionView run) {
        return new ImportBody(
                view.id(),
                view.version(),
                view.fileName(),
                view.size(),
                view.rows(),
                view.status(),
                view.header(),
                view.sample(),
                view.settings(),
                view.counts(),
                run,
                view.createdBy(),
                view.createdAt());
    }
}
