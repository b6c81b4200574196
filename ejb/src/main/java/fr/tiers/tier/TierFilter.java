package fr.tiers.tier;

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
        Bounds bounds)
        implements Serializable {

    /** A frame of the map, WGS 84 degrees. */
    public record Bounds(double west, double south, double east, double north) implements Serializable {}

    public static final TierFilter NONE =
            new TierFilter(null, List.of(), null, null, null, null, null, null, null, null, null, null);

    /** For pickers: what is closed is not proposed for anything new. */
    public static TierFilter active(String q) {
        return new TierFilter(q, List.of(), "ACTIVE", null, null, null, null, null, null, null, null, null);
    }

    public static TierFilter words(String q) {
        return new TierFilter(q, List.of(), null, null, null, null, null, null, null, null, null, null);
    }
}
