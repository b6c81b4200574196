package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.exchange.Difference;
import fr.tiers.kernel.BusinessException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that can be done to many tiers at once. A feature offers it as a CDI bean; plan, run, report and way back come with it. Each
 * tier goes through the service that would change it alone, with the rights of whoever asked for it.
 */
public interface BulkAction {

    /** Stable, upper case, e.g. {@code ASSIGN_OWNER}; text at {@code bulk.action.<code>}. */
    String code();

    /** What the caller must be allowed to do with a tier; all of them. */
    Set<Action> rights();

    /**
     * What was wished for, tidied and found right.
     *
     * @throws BusinessException INVALID with every violation, by the names of the parameters
     */
    BulkParameters check(BulkParameters wish);

    /**
     * What it would do to some tiers, found by one query and not tier by tier. Rights are asked by the engine.
     *
     * @return by id; a tier that is missing is as it is wished for already
     */
    Map<Long, Foreseen> foresee(BulkParameters parameters, List<Long> tierIds);

    /**
     * Does it to one tier, which is as it was when it was planned.
     *
     * @throws BusinessException as the services refuse it
     */
    void apply(BulkParameters parameters, long tierId, List<Difference> planned);

    /** Whether there is a way back, {@link #undo}. */
    default boolean isUndoable() {
        return true;
    }

    /**
     * Takes it back from one tier, which is as {@link #apply} left it.
     *
     * @throws BusinessException as the services refuse it
     */
    default void undo(long tierId, List<Difference> done) {
        throw new IllegalStateException(code() + " has no way back");
    }
}
