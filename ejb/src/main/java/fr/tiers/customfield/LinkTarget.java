package fr.tiers.customfield;

import java.util.List;
import java.util.Optional;

/** Something that a field of type link can lead to; offered as a CDI bean. Shows nobody what he or she may not see. */
public interface LinkTarget {

    /** TIER, CONTACT, USER … */
    String name();

    /** @return the label; empty when it does not exist for the caller */
    Optional<String> label(Object key);

    /**
     * Whether a field of an object may lead there.
     *
     * @param owner id of the object that has the field; null for a new one
     */
    default boolean fits(FieldType type, Object key, Long owner) {
        return label(key).isPresent();
    }

    /** Whether administrators choose it for links. */
    default boolean isForLinks() {
        return true;
    }

    List<Choice> search(String words, int limit);

    /** The page of it; null when there is none. */
    String page(Object key);

    /** @param key as the value keeps it */
    record Choice(Object key, String label) {}
}
