package fr.tiers.tag;

import java.util.List;
import java.util.Map;

/**
 * A tag that has come to an object or gone from it.
 *
 * @param before what the object wore, by label
 * @param after what it wears now, by label
 */
public record TagChange(Tag tag, List<Tag> before, List<Tag> after) {

    /** Name of the field in the change log. */
    public static final String FIELD = "tags";

    static final String SEPARATOR = " · ";

    /** Whether the tag has come. */
    public boolean comes() {
        return after.size() > before.size();
    }

    /** For the change log. */
    public Map<String, String> valuesBefore() {
        return Map.of(FIELD, text(before));
    }

    /** For the change log. */
    public Map<String, String> valuesAfter() {
        return Map.of(FIELD, text(after));
    }

    private static String text(List<Tag> worn) {
        return words(worn.stream().map(Tag::label).toList());
    }

    /** Labels as one text, as the change log has them. */
    public static String words(List<String> labels) {
        return String.join(SEPARATOR, labels);
    }
}
