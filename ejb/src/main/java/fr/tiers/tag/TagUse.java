package fr.tiers.tag;

import java.util.List;

/**
 * Offered as a CDI bean by each feature whose objects wear tags. The tags themselves, who wears them, their counts, merges and filters
 * are the same for all; the feature says where it is kept, who may, and what follows.
 */
public interface TagUse {

    /** Where it is kept who wears what. */
    TagTable table();

    /** Name of the object, like TIER; a scope of tags. */
    default String object() {
        return table().object();
    }

    /** @throws fr.tiers.kernel.BusinessException NOT_FOUND for an object that is not the caller's to see */
    void requireVisible(long id);

    /** @throws fr.tiers.kernel.BusinessException NOT_FOUND, or FORBIDDEN for somebody who may not change the object */
    void requireEditable(long id);

    /** What follows when a tag has come or gone: a new version, a line of the history. */
    void changed(long id, TagChange change);

    /**
     * Two tags have become one: what wore the one wears the other now. The word has changed for all who see it, so no object's history
     * gets a line: it says who put which tag there.
     */
    default void merged(long fromTagId, long toTagId, List<Long> ids) {}

    /** Path of the page that lists the objects with a tag, up to its label; null when there is none. */
    default String list() {
        return null;
    }
}
