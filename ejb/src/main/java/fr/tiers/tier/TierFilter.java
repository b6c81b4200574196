package fr.tiers.tier;

import fr.tiers.customfield.FieldFilter;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Which tiers a list shows; null or empty means "whatever".
 *
 * @param q words, parts of words, a number in any grouping
 * @param types codes; any of them
 * @param salesUnit code; the unit and all below it
 * @param owner login
 * @param agency code
 * @param city whole name, accents and case ignored
 * @param postalCode whole or its beginning
 * @param ape code or its beginning
 * @param updatedSince inclusive
 * @param bounds west, south, east, north in degrees
 * @param tags which tags it must wear, or must not
 * @param custom conditions about custom fields
 */
public record TierFilter(
        String q,
        List<String> types,
        String status,
        String salesUnit,
        String owner,
        String agency,
        String city,
        String postalCode,
        String ape,
        Boolean blocked,
        Instant updatedSince,
        Bounds bounds,
        Tagged tags,
        List<FieldFilter> custom)
        implements Serializable {

    /** A frame of the map, WGS 84 degrees. */
    public record Bounds(double west, double south, double east, double north) implements Serializable {}

    /** Labels of tags, each with those below it: at least one of {@code any}, each of {@code all}, nothing of {@code none}. */
    public record Tagged(List<String> any, List<String> all, List<String> none) implements Serializable {
        public static final Tagged WHATEVER = new Tagged(List.of(), List.of(), List.of());
    }

    /** The same with these conditions about tags. */
    public TierFilter withTags(Tagged wanted) {
        return new TierFilter(
                q,
                types,
                status,
                salesUnit,
                owner,
                agency,
                city,
                postalCode,
                ape,
                blocked,
                updatedSince,
                bounds,
                wanted,
                custom);
    }

    /** The same with these conditions about custom fields. */
    public TierFilter withCustom(List<FieldFilter> wanted) {
        return new TierFilter(
                q,
                types,
                status,
                salesUnit,
                owner,
                agency,
                city,
                postalCode,
                ape,
                blocked,
                updatedSince,
                bounds,
                tags,
                wanted);
    }

    public static final TierFilter NONE = words(null);

    /** For pickers: what is closed is not proposed for anything new. */
    public static TierFilter active(String q) {
        return new TierFilter(
                q,
                List.of(),
                "ACTIVE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Tagged.WHATEVER,
                List.of());
    }

    public static TierFilter words(String q) {
        return new TierFilter(
                q, List.of(), null, null, null, null, null, null, null, null, null, null, Tagged.WHATEVER, List.of());
    }
}
