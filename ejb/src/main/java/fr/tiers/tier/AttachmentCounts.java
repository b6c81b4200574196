package fr.tiers.tier;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierAttachment.CountQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The badges of a tier's tabs: however many features there are, their rows are counted by one statement. */
@ApplicationScoped
public class AttachmentCounts {

    private final Db db;
    private final Instance<TierAttachment> attachments;

    protected AttachmentCounts() {
        this(null, null);
    }

    @Inject
    public AttachmentCounts(Db db, @Any Instance<TierAttachment> attachments) {
        this.db = db;
        this.attachments = attachments;
    }

    /** @return rows by feature; a feature that cannot be counted in SQL alone is asked by itself */
    Map<String, Long> of(long tierId) {
        var queries = new TreeMap<String, CountQuery>();
        var counts = new TreeMap<String, Long>();
        for (var attachment : attachments) {
            attachment
                    .countQuery()
                    .ifPresentOrElse(
                            query -> queries.put(attachment.feature(), query),
                            () -> counts.put(attachment.feature(), attachment.count(tierId)));
        }
        if (!queries.isEmpty()) {
            counts.putAll(count(queries, tierId));
        }
        return counts;
    }

    private Map<String, Long> count(Map<String, CountQuery> queries, long tierId) {
        // Features and their SQL are constants of the application, never input.
        var sql = queries.entrySet().stream()
                .map(entry -> "select '" + entry.getKey() + "' as feature, ("
                        + entry.getValue().sql() + ") as rows")
                .collect(Collectors.joining(" union all "));
        return db.call(handle -> {
            var query = handle.createQuery(sql).bind("tier", tierId);
            queries.values().forEach(each -> query.bindMap(each.parameters()));
            return query.map((row, context) -> Map.entry(row.getString("feature"), row.getLong("rows"))).list().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }
}
