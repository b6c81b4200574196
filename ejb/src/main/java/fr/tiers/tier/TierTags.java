package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tag.Tag;
import fr.tiers.tag.Tags;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The tags of a tier. Each tag that comes or goes is a line of the history and a new version of the tier. */
@Stateless
@PermitAll
public class TierTags {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    Tags tags;

    @Inject
    TierTagStore store;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public List<Tag> ofTier(long tierId) {
        access.requireVisible(tierId);
        return store.worn(tierId);
    }

    /**
     * Hangs a tag on the tier; a label that is new becomes a tag when the caller may publish. A tag that is there already changes nothing.
     *
     * @throws BusinessException INVALID on {@code label}; NOT_FOUND
     */
    public Tag add(long tierId, String label) {
        access.require(tierId, Action.EDIT);
        if (label == null || label.isBlank()) {
            throw BusinessException.invalid("label", "required");
        }
        var tag = tags.publish("label", TierTagUse.OBJECT, label);
        if (store.worn(tierId).size() >= TierTagStore.MAX_TAGS) {
            throw BusinessException.invalid("label", "too-many", TierTagStore.MAX_TAGS);
        }
        if (store.insert(tierId, tag)) {
            store.log(tierId, tag, true);
            changed(tierId);
        }
        return tag;
    }

    /** @throws BusinessException NOT_FOUND when the tier does not wear it */
    public void remove(long tierId, long tagId) {
        access.require(tierId, Action.EDIT);
        var tag = store.worn(tierId).stream()
                .filter(each -> each.id() == tagId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("tag", tagId));
        store.delete(tierId, tag);
        store.log(tierId, tag, false);
        changed(tierId);
    }

    private void changed(long tierId) {
        db.run(handle -> handle.createUpdate(
                        "update tier set version = version + 1, updated_at = :now, updated_by = :by where id = :id")
                .bind("now", clock.instant())
                .bind("by", authors.current().login())
                .bind("id", tierId)
                .execute());
        touched.fire(new TierTouched(tierId));
    }
}
