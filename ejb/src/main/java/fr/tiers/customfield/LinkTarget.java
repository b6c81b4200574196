package fr.tiers.customfield;

import java.util.List;
import java.util.Optional;

/** Something that a field of type link can lead to; offered as a CDI bean. Shows nobody what he or she may not see. */
public interface LinkTarget {

    /** TIER, USER … */
    String name();

    /** @return the label; empty when it does not exist for the caller */
    Optional<String> label(Object key);

    List<Choice> search(String words, int limit);

    /** The page of it; null when there is none. */
    String page(Object key);

    /** @param key as the value keeps it */
    record Choice(Object key, String label) {}
}
