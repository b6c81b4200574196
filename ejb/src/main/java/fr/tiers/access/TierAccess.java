package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The check on load that goes with the predicate in queries: what the caller may not see does not exist. */
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
        var visibility = Visibility.of(callers.current());
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        "select exists (select 1 from tier t where t.id = :id and " + visibility.predicate("t") + ")"))
                .bind("id", tierId)
                .mapTo(Boolean.class)
                .one());
    }

    /** @throws BusinessException NOT_FOUND when the tier does not exist or is not the caller's to see */
    public void requireVisible(long tierId) {
        if (memory.hasSeen(tierId)) {
            return;
        }
        if (!sees(tierId)) {
            throw BusinessException.notFound("tier", tierId);
        }
        memory.see(tierId);
    }

    /**
     * To be asked before every change of a tier or of what hangs on it.
     *
     * @throws BusinessException NOT_FOUND when the tier does not exist or is not the caller's to see
     */
    public void requireEditable(long tierId) {
        memory.forget(tierId);
        requireVisible(tierId);
    }
}
