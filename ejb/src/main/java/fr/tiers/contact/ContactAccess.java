package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * People inherit the visibility of their tiers: whoever works at no tier of the caller does not exist for the caller. Somebody without
 * any link is visible to those who see every tier and to the custodian.
 */
@ApplicationScoped
public class ContactAccess {

    private final Db db;
    private final Callers callers;
    private final TierAccess tiers;
    private final ContactRows rows;

    protected ContactAccess() {
        this(null, null, null, null);
    }

    @Inject
    public ContactAccess(Db db, Callers callers, TierAccess tiers, ContactRows rows) {
        this.db = db;
        this.callers = callers;
        this.tiers = tiers;
        this.rows = rows;
    }

    Visibility visibility() {
        return Visibility.of(callers.current());
    }

    /** @return id of the caller as custodian; null for the system */
    Long custodian() {
        var caller = callers.current();
        return caller.isSystem() ? null : caller.userId();
    }

    /**
     * Opening the extranet to somebody is the administrator's.
     *
     * @throws BusinessException FORBIDDEN for anybody else who changes whose account it is
     */
    void requireMayInvite(String before, String login) {
        if (!Objects.equals(before, login) && !callers.current().has(Role.ADMINISTRATOR)) {
            throw new BusinessException(Kind.FORBIDDEN, "forbidden");
        }
    }

    boolean sees(long contactId) {
        var visibility = visibility();
        return db.call(handle -> visibility
                .bind(handle.createQuery(
                        "select exists (select 1 from contact c where c.id = :id and " + predicate(visibility) + ')'))
                .bind("id", contactId)
                .bind("me", callers.current().userId())
                .bind("all", callers.current().seesAllTiers())
                .mapTo(Boolean.class)
                .one());
    }

    /** Of the person {@code c}; needs {@code :me}, the caller's id, and {@code :all}, whether the caller sees every tier. */
    static String predicate(Visibility visibility) {
        return """
                (exists (select 1 from contact_link v join tier t on t.id = v.tier_id where v.contact_id = c.id and %s)
                 or %s)"""
                .formatted(visibility.predicate("t"), UNLINKED);
    }

    /** Somebody without any link, seen by custodian and by those who see all. */
    static final String UNLINKED =
            "((:all or c.custodian_id = :me) and not exists (select 1 from contact_link n where n.contact_id = c.id))";

    /** @throws BusinessException NOT_FOUND for somebody who does not exist for the caller */
    void requireVisible(long contactId) {
        if (!sees(contactId)) {
            throw BusinessException.notFound("contact", contactId);
        }
    }

    /**
     * A person may be changed by whoever may change one of his or her tiers.
     *
     * @throws BusinessException NOT_FOUND for somebody who does not exist for the caller; else what the tiers say
     */
    void requireEditable(long contactId) {
        requireVisible(contactId);
        BusinessException refusal = null;
        for (var link : rows.ofPerson(contactId, visibility())) {
            try {
                tiers.requireEditable(link.tierId());
                return;
            } catch (BusinessException e) {
                refusal = e;
            }
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    /** @throws BusinessException NOT_FOUND for a link at a tier that is not the caller's to see */
    ContactLinkView visibleLink(long linkId) {
        return rows.link(linkId)
                .filter(link -> tiers.sees(link.tierId()))
                .orElseThrow(() -> BusinessException.notFound("contact", linkId));
    }
}
