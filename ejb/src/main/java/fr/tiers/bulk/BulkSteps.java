package fr.tiers.bulk;

import fr.tiers.access.Callers;
import fr.tiers.bulk.BulkRows.Planned;
import fr.tiers.bulk.BulkRows.Standing;
import fr.tiers.exchange.RowProblem;
import fr.tiers.history.Source;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static fr.tiers.access.Role.Names.SYSTEM;

/** Some rows of a bulk action in a transaction of their own, in the name of the user who started the run. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkSteps {

    /** A tier is no longer as it was when it was planned. */
    static final String CHANGED = "bulk-row-changed";

    /** A tier is no longer as the run left it. */
    static final String TOUCHED = "bulk-row-touched";

    private static final String PATH = "BULK";
    private static final Foreseen NOTHING = Foreseen.change(List.of());

    @Inject
    private Callers callers;

    @Inject
    private Source source;

    @Inject
    private BulkRows rows;

    /** @return what the rows were planned as */
    public List<Planned> plan(BulkJob job, BulkAction action, BulkParameters parameters, List<Integer> numbers) {
        standIn(job);
        var standing = rows.standing(job.bulkId(), numbers, callers.current(), action.rights());
        var open = standing.stream()
                .filter(each -> each.visible() && each.missing() == null)
                .map(Standing::tierId)
                .toList();
        var foreseen = action.foresee(parameters, open);
        var plans = standing.stream().map(each -> plan(each, foreseen)).toList();
        rows.planned(job.bulkId(), plans);
        return plans;
    }

    private static Planned plan(Standing row, Map<Long, Foreseen> foreseen) {
        if (!row.visible()) {
            return refused(row, RowProblem.of("bulk-tier-gone"));
        }
        if (row.missing() != null) {
            return refused(row, RowProblem.of("right-missing", row.missing().name()));
        }
        var plan = foreseen.getOrDefault(row.tierId(), NOTHING);
        var result = !plan.problems().isEmpty() ? "REFUSED" : plan.changes().isEmpty() ? "UNCHANGED" : "CHANGE";
        return new Planned(row.number(), result, "CHANGE".equals(result) ? row.version() : null, plan);
    }

    private static Planned refused(Standing row, RowProblem why) {
        return new Planned(row.number(), "REFUSED", null, Foreseen.refused(why));
    }

    /**
     * Does it to some tiers; all of these or none.
     *
     * @throws BusinessException as the services refuse a row
     */
    public void apply(BulkJob job, BulkAction action, BulkParameters parameters, List<Integer> numbers) {
        standIn(job);
        for (var row : rows.locked(job.bulkId(), numbers)) {
            if ("PLANNED".equals(row.state())) {
                requireSame(row, CHANGED);
                action.apply(parameters, row.tierId(), row.changes());
                rows.applied(job.bulkId(), row.number());
            }
        }
    }

    /** A row that was not written: keeps why. */
    public void notApplied(BulkJob job, int number, BusinessException why) {
        boolean changed = CHANGED.equals(why.code()) || why.kind() == Kind.STALE;
        rows.notApplied(
                job.bulkId(),
                number,
                changed ? "CHANGED_SINCE" : "REFUSED",
                changed ? List.of(RowProblem.of(CHANGED)) : RowProblem.of(why));
    }

    /**
     * Takes it back from some tiers; all of these or none.
     *
     * @throws BusinessException as the services refuse a row
     */
    public void undo(BulkJob job, BulkAction action, List<Integer> numbers) {
        standIn(job);
        for (var row : rows.locked(job.bulkId(), numbers)) {
            if (!"UNDONE".equals(row.state())) {
                requireSame(row, TOUCHED);
                action.undo(row.tierId(), row.changes());
                rows.undone(job.bulkId(), row.number(), List.of());
            }
        }
    }

    /** A row that could not be taken back: keeps why. */
    public void kept(BulkJob job, int number, BusinessException why) {
        rows.undone(job.bulkId(), number, RowProblem.of(why));
    }

    private void requireSame(BulkRows.Due row, String code) {
        var version = rows.lockTier(row.tierId());
        if (version == null) {
            throw new BusinessException(Kind.NOT_FOUND, "bulk-tier-gone");
        }
        if (!Objects.equals(version, row.version())) {
            throw new BusinessException(Kind.CONFLICT, code);
        }
    }

    private void standIn(BulkJob job) {
        callers.standIn(job.login());
        source.set(PATH);
    }
}
