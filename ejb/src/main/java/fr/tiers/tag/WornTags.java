package fr.tiers.tag;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The tags that an object wears, whatever it is. Who may see or change it is the answer of its feature, {@link TagUse}. */
@Stateless
@PermitAll
public class WornTags {

    /** How many tags an object may wear. */
    public static final int MAX = 50;

    @Inject
    Db db;

    @Inject
    Tags tags;

    @Inject
    TagRows rows;

    @Inject
    @Any
    Instance<TagUse> uses;

    /**
     * @return by label
     * @throws BusinessException NOT_FOUND for an object that is not the caller's to see
     */
    public List<Tag> of(String object, long id) {
        var use = use(object);
        use.requireVisible(id);
        return rows.worn(use.table(), id);
    }

    /**
     * Hangs a tag on an object; a label that is new becomes a tag when the caller may publish. A tag that is there already changes nothing.
     *
     * @throws BusinessException INVALID on {@code label}; NOT_FOUND
     */
    public Tag add(String object, long id, String label) {
        var use = use(object);
        use.requireEditable(id);
        if (label == null || label.isBlank()) {
            throw BusinessException.invalid("label", "required");
        }
        var tag = tags.publish("label", object, label);
        lock(object, id);
        var worn = rows.worn(use.table(), id);
        if (worn.size() >= MAX && worn.stream().noneMatch(each -> each.id() == tag.id())) {
            throw BusinessException.invalid("label", "too-many", MAX);
        }
        if (rows.insert(use.table(), id, tag)) {
            use.changed(id, new TagChange(tag, worn, rows.worn(use.table(), id)));
        }
        return tag;
    }

    /** @throws BusinessException NOT_FOUND when the object does not wear it */
    public void remove(String object, long id, long tagId) {
        var use = use(object);
        use.requireEditable(id);
        lock(object, id);
        var worn = rows.worn(use.table(), id);
        var tag = worn.stream()
                .filter(each -> each.id() == tagId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("tag", tagId));
        rows.delete(use.table(), id, tag);
        use.changed(id, new TagChange(tag, worn, rows.worn(use.table(), id)));
    }

    /** Two who tag the same object at once: the second waits, so that the log tells what was worn before. */
    private void lock(String object, long id) {
        db.run(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "tag:" + object + ':' + id));
    }

    Iterable<TagUse> uses() {
        return uses;
    }

    private TagUse use(String object) {
        for (var use : uses()) {
            if (use.object().equals(object)) {
                return use;
            }
        }
        throw new IllegalArgumentException("Nothing called " + object + " wears tags");
    }
}
