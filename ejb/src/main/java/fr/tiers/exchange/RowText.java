package fr.tiers.exchange;

import java.time.Instant;
import java.util.List;

/**
 * A row as it is kept.
 *
 * @param number in the spreadsheet
 * @param state PLANNED, DONE, REVERTED or KEPT
 * @param plan null before the simulation
 * @param undo null before it was written
 * @param doneAt null before it was written
 */
record RowText(int number, List<String> cells, String state, RowPlan plan, Undo undo, Instant doneAt) {

    /** The refusal of a row whose plan would now be another one. */
    static final String PLAN_CHANGED = "import-plan-changed";
}
