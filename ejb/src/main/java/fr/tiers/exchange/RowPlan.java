package fr.tiers.exchange;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a row would do.
 *
 * @param tierId the tier it found; null when it is a new one or none was found
 * @param version of the tier when the plan was made
 */
public record RowPlan(Result result, Long tierId, Long version, List<Difference> changes, List<RowProblem> problems)
        implements Serializable {

    /** What becomes of a row. */
    public enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** The tier is known already, and was not to be changed. */
        DUPLICATE,
        ERROR,
        /** Meanwhile the plan would be another one: nothing was written. */
        CHANGED;

        boolean writes() {
            return this == CREATED || this == UPDATED;
        }
    }

    static RowPlan error(List<RowProblem> problems) {
        return new RowPlan(Result.ERROR, null, null, List.of(), problems);
    }

    static RowPlan error(RowProblem problem) {
        return error(List.of(problem));
    }

    RowPlan withResult(Result other) {
        return new RowPlan(other, tierId, version, changes, problems);
    }

    /** Whether both do the same to the same tier. */
    boolean isSameAs(RowPlan other) {
        return result == other.result
                && Objects.equals(tierId, other.tierId)
                && Objects.equals(version, other.version)
                && changes.equals(other.changes);
    }
}
