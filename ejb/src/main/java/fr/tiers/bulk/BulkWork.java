package fr.tiers.bulk;

import fr.tiers.job.IdRange;
import fr.tiers.job.RowByRow;
import fr.tiers.kernel.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * The work of the three runs of a bulk action: plans every row, applies the plan, takes it back. Each method can be repeated: a row knows by
 * itself whether it was written, so a server that is killed doubles nothing.
 */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkWork {

    @Inject
    private BulkTable bulks;

    @Inject
    private BulkRows rows;

    @Inject
    private BulkSteps steps;

    @Inject
    private BulkCatalogue catalogue;

    /**
     * What became of some rows.
     *
     * @param unchanged rows that are as they are wished for already
     * @param skipped rows that were not written or taken back
     */
    public record Outcome(long unchanged, long skipped) {}

    /** The work as one stretch, in the order of the rows. */
    public List<IdRange> ranges(BulkJob job) {
        return rows.ranges(job.phase(), job.bulkId(), 1);
    }

    /** @return numbers of rows, after the one and up to the other */
    public List<Integer> page(BulkJob job, long after, long to, int limit) {
        return rows.numbers(job.phase(), job.bulkId(), after, to, limit);
    }

    /** @throws BusinessException FORBIDDEN {@code unknown-caller} when the user who started it is no longer one */
    public Outcome work(BulkJob job, List<Integer> numbers) {
        var kept = bulks.find(job.bulkId()).orElseThrow(() -> BusinessException.notFound("bulk-action", job.bulkId()));
        var action = catalogue.action(kept.action());
        return switch (job.phase()) {
            case PLAN -> plan(job, action, kept.parameters(), numbers);
            case RUN -> written(
                    BulkSteps.CHANGED,
                    numbers,
                    block -> steps.apply(job, action, kept.parameters(), block),
                    (row, why) -> steps.notApplied(job, row, why));
            case UNDO -> written(
                    BulkSteps.TOUCHED,
                    numbers,
                    block -> steps.undo(job, action, block),
                    (row, why) -> steps.kept(job, row, why));
        };
    }

    private Outcome plan(BulkJob job, BulkAction action, BulkParameters parameters, List<Integer> numbers) {
        var plans = steps.plan(job, action, parameters, numbers);
        return new Outcome(count(plans, "UNCHANGED"), count(plans, "REFUSED"));
    }

    private static Outcome written(
            String race,
            List<Integer> numbers,
            Consumer<List<Integer>> effect,
            BiConsumer<Integer, BusinessException> refusal) {
        return new Outcome(0, new RowByRow(race).each(numbers, effect, refusal));
    }

    private static long count(List<BulkRows.Planned> plans, String result) {
        return plans.stream().filter(plan -> result.equals(plan.result())).count();
    }
}
