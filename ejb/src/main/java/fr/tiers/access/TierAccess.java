package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** The check on load and before each change that goes with the predicate in queries: what the caller may not see does not exist. */
@ApplicationScoped
public class TierAccess {

    private final Db db;
    private final Callers callers;
    private final RequestMemory memory;

    protected TierAccess() {
        this(null, null, null);
    }

    /** Outside a container. */
    public TierAccess(Db db, Callers callers) {
        this(db, callers, RequestMemory.none());
    }

    @Inject
    public TierAccess(Db db, Callers callers, RequestMemory memory) {
        this.db = db;
        this.callers = callers;
        this.memory = memory;
    }

    public boolean sees(long tierId) {
        return may(tierId, Action.READ);
    }

    public boolean may(long tierId, Action action) {
        var possible = Visibility.of(callers.current(), action);
        var condition = possible.predicate("t");
        if (memory.isAllowed(tierId, condition)) {
            return true;
        }
        boolean allowed = db.call(handle -> possible.bind(handle.createQuery(
                        "select exists (select 1 from tier t where t.id = :id and " + condition + ")"))
                .bind("id", tierId)
                .mapTo(Boolean.class)
                .one());
        if (allowed) {
            memory.allow(tierId, condition);
        }
        return allowed;
    }

    /** @return what the caller may do with the tier; nothing when it does not exist for the caller */
    public Set<Action> actions(long tierId) {
        return db.call(handle -> Explanation.of(handle, callers.current(), tierId))
                .actions()
                .keySet();
    }

    /** Whether the action is possible with some tiers, whichever they are: for buttons that stand beside no tier. */
    public boolean may(Action action) {
        var caller = callers.current();
        return caller.isSystem()
                || !caller.has(Role.EXTRANET) && caller.rights().allow(action);
    }

    /** @throws BusinessException NOT_FOUND when the tier does not exist or is not the caller's to see */
    public void requireVisible(long tierId) {
        if (!sees(tierId)) {
            throw BusinessException.notFound("tier", tierId);
        }
    }

    /**
     * To be asked before every change of what hangs on a tier.
     *
     * @throws BusinessException as {@link #require(long, Action)}
     */
    public void requireEditable(long tierId) {
        require(tierId, Action.ATTACH);
    }

    /**
     * To be asked before the action.
     *
     * @throws BusinessException NOT_FOUND when the tier does not exist or is not the caller's to see; FORBIDDEN {@code right-missing}
     *     naming the right when the caller sees it, but may not do this with it
     */
    public void require(long tierId, Action action) {
        memory.forget(tierId);
        if (!may(tierId, action)) {
            requireVisible(tierId);
            throw missing(action);
        }
    }

    /** @throws BusinessException FORBIDDEN {@code right-missing} when the action is possible with no tier at all */
    public void require(Action action) {
        if (!may(action)) {
            throw missing(action);
        }
    }

    /**
     * To be asked of a tier that does not exist yet.
     *
     * @throws BusinessException FORBIDDEN {@code right-missing} when the caller may not create a tier of this unit, owner and agencies
     */
    public void requirePlacement(Long salesUnitId, Long ownerId, Collection<Long> agencyIds) {
        var caller = callers.current();
        if (caller.isSystem()) {
            return;
        }
        require(Action.CREATE);
        var rights = caller.rights();
        boolean mine = ownerId != null && ownerId == caller.userId();
        boolean inMyUnits = salesUnitId != null && caller.salesUnits().contains(salesUnitId);
        boolean inMyAgencies = agencyIds.stream().anyMatch(caller.agencies()::contains);
        if (!(mine
                || rights.include(Action.CREATE, Level.ALL)
                || inMyUnits && rights.include(Action.CREATE, Level.STRUCTURE)
                || inMyAgencies && rights.include(Action.CREATE, Level.AGENCY))) {
            throw missing(Action.CREATE);
        }
    }

    private static BusinessException missing(Action action) {
        return new BusinessException(Kind.FORBIDDEN, "right-missing", action);
    }
}
