package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who reports to whom at a tier: a forest. Asked under the tier's lock, so that two changes at once cannot close a circle together. */
@ApplicationScoped
public class Superiors {

    private final Db db;

    protected Superiors() {
        this(null);
    }

    @Inject
    public Superiors(Db db) {
        this.db = db;
    }

    /**
     * @param linkId null for somebody new, below whom nobody stands
     * @param superior null for nobody
     * @throws BusinessException INVALID for somebody at another tier, or who stands below
     */
    void check(long tierId, Long linkId, Long superior) {
        if (superior == null) {
            return;
        }
        boolean colleague = db.call(handle -> handle.createQuery(
                        "select exists (select 1 from contact_link where id = :superior and tier_id = :tierId)")
                .bind("superior", superior)
                .bind("tierId", tierId)
                .mapTo(Boolean.class)
                .one());
        if (!colleague) {
            throw BusinessException.invalid("reportsTo", "unknown-reference", superior);
        }
        if (linkId != null && standsBelow(superior, linkId)) {
            throw BusinessException.invalid("reportsTo", "chart-circle", superior);
        }
    }

    /** Whether {@code superior} is, or stands below, the other. */
    boolean standsBelow(long superior, long linkId) {
        return db.call(handle -> handle.createQuery(
                        """
                        with recursive above as (
                            select :superior::bigint as id
                            union select l.reports_to from contact_link l join above a on a.id = l.id)
                        select exists (select 1 from above where id = :linkId)
                        """)
                .bind("superior", superior)
                .bind("linkId", linkId)
                .mapTo(Boolean.class)
                .one());
    }

    void set(long linkId, Long superior) {
        db.run(handle -> handle.createUpdate(
                        "update contact_link set version = version + 1, reports_to = :superior where id = :id")
                .bind("superior", superior)
                .bind("id", linkId)
                .execute());
    }
}
