package fr.tiers.collaborator;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierTouched;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Whether only owner, representatives, collaborators and administrators know of a tier, whatever the level of anybody else's role. */
@Stateless
@PermitAll
public class Confidentiality {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @param version of the tier */
    public record State(long version, boolean confidential) {}

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public State ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery("select version, confidential from tier where id = :id")
                .bind("id", tierId)
                .map((row, context) -> new State(row.getLong("version"), row.getBoolean("confidential")))
                .one());
    }

    /**
     * @param version of the tier
     * @throws BusinessException STALE with the version; FORBIDDEN without the right to assign; REFUSED {@code tier-given-away} when the
     *     caller would no longer see the tier
     */
    public State change(long tierId, long version, boolean confidential) {
        access.require(tierId, Action.ASSIGN);
        var before = ofTier(tierId);
        if (before.version() != version) {
            throw BusinessException.stale("tier", tierId);
        }
        if (before.confidential() == confidential) {
            return before;
        }
        var author = authors.current();
        int updated = db.call(handle -> handle.createUpdate(
                        """
                        update tier set confidential = :confidential, version = version + 1, updated_at = :now, updated_by = :author
                        where id = :id and version = :version
                        """)
                .bind("confidential", confidential)
                .bind("now", clock.instant())
                .bind("author", author.login())
                .bind("id", tierId)
                .bind("version", version)
                .execute());
        if (updated == 0) {
            throw BusinessException.stale("tier", tierId);
        }
        if (!access.stillSees(tierId)) {
            throw new BusinessException(Kind.REFUSED, "tier-given-away");
        }
        history.updated(
                author,
                "tier",
                tierId,
                tierId,
                Map.of("confidential", before.confidential()),
                Map.of("confidential", confidential));
        touched.fire(new TierTouched(tierId));
        return new State(version + 1, confidential);
    }
}
