package fr.tiers.document;

import fr.tiers.tag.Tagged;

/**
 * What to list.
 *
 * @param category code; null for all
 * @param words parts of words in name or description; null for all
 * @param tags which tags it must wear, or must not
 */
public record DocumentFilter(String category, String words, Tagged tags) {

    /** Without conditions about tags. */
    public DocumentFilter(String category, String words) {
        this(category, words, Tagged.WHATEVER);
    }
}
