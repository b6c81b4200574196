package fr.tiers.exchange;

import fr.tiers.exchange.RowPlan.Result;
import java.io.Serializable;
import java.util.List;

/**
 * What becomes of a row, as it is read.
 *
 * @param number in the spreadsheet, the header being 1
 * @param result null before the simulation
 * @param state PLANNED, DONE, REVERTED or KEPT
 * @param tierId null where there is none, or none that the caller may see
 */
public record RowView(
        int number,
        Result result,
        String state,
        Long tierId,
        String tierCode,
        String tierName,
        List<Difference> changes,
        List<RowProblem> problems,
        List<String> cells)
        implements Serializable {}
