package fr.tiers.bulk.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.tier.web.TierListQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions of a list as a program says them: nothing is left out, because the action would then meet tiers that were not meant. */
final class BulkSelections {

    private static final String STATUS = "status";
    private static final String FILTER = "filter";

    private BulkSelections() {}

    /** @throws BusinessException INVALID for a condition that is unknown or cannot be read */
    static TierListQuery read(Map<String, List<String>> filter) {
        var asked = new HashMap<String, String[]>();
        filter.forEach(
                (name, values) -> asked.put(name, values == null ? new String[0] : values.toArray(String[]::new)));
        // In the interface for programs no status means all, in the URL of the list the active ones.
        var status = asked.getOrDefault(STATUS, new String[] {TierListQuery.ANY_STATUS});
        if (List.of("ACTIVE").equals(List.of(status))) {
            asked.remove(STATUS);
        } else {
            asked.put(STATUS, status);
        }
        var query = TierListQuery.of(asked);
        asked.forEach((name, values) -> {
            if (!query.filters().contains(name) || query.all(name).size() != values.length) {
                throw BusinessException.invalid(FILTER, "unknown-value", name);
            }
        });
        return query;
    }
}
