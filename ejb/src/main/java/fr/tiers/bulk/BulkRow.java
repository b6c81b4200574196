package fr.tiers.bulk;

import fr.tiers.exchange.Difference;
import fr.tiers.exchange.RowProblem;
import java.io.Serializable;
import java.util.List;

/**
 * A tier of a bulk action with what becomes of it.
 *
 * @param result CHANGE, UNCHANGED, REFUSED or CHANGED_SINCE; null before it is planned
 * @param state PLANNED, DONE, UNDONE or KEPT
 * @param tierId null when it is gone, or not the caller's to see
 */
public record BulkRow(
        int number,
        String result,
        String state,
        Long tierId,
        String tierCode,
        String tierName,
        List<Difference> changes,
        List<RowProblem> problems)
        implements Serializable {}
