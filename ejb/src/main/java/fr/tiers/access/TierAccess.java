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
        return standing(tierId).actions().contains(action);
    }

    /** @return what the caller may do with the tier; nothing when it does not exist for the caller */
    public Set<Action> actions(long tierId) {
        return standing(tierId).actions();
    }

    /** Whether the tier is for those named on it alone; false as well for a tier that does not exist for the caller. */
    public boolean isConfidential(long tierId) {
        return standing(tierId).confidential();
    }

    private Standing standing(long tierId) {
        var caller = callers.current();
        return memory.standing(tierId, caller.userId()).orElseGet(() -> {
            var read = db.call(handle -> Standing.of(handle, caller, tierId));
            memory.keep(tierId, caller.userId(), read);
            return read;
        });
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

    /** To be asked after a change that may have taken the tier away from the caller. */
    public boolean stillSees(long tierId) {
        memory.forget(tierId);
        return sees(tierId);
    }

    /** The tier has changed: what is possible with it is asked anew. */
    public void forget(long tierId) {
        memory.forget(tierId);
    }

    /**
     * To be asked before what one may add without changing the tier: events, notes, documents, figures, payments. Whatever is a part of
     * the tier itself, such as contacts, addresses, tags and relations, asks for {@link Action#EDIT}.
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
        if (!action.isReading()) {
            memory.forget(tierId);
        }
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
