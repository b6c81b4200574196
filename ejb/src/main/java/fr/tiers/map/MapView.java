package fr.tiers.map;

import fr.tiers.tier.TierArea.Frame;
import java.time.Instant;
import java.util.List;

/**
 * What a frame shows: gathered by squares, or each tier where they are few.
 *
 * @param number how many tiers are shown; those in squares that the frame cuts are counted whole
 */
public record MapView(long number, List<Cluster> clusters, List<Pin> pins) {

    /**
     * Tiers of one square.
     *
     * @param longitude of their middle
     * @param square what to look at next to see them apart
     */
    public record Cluster(long number, double longitude, double latitude, Frame square) {}

    /**
     * One tier.
     *
     * @param owner login
     * @param lastVisit beginning of the last meeting that took place; null for none
     */
    public record Pin(
            long id,
            String code,
            String name,
            List<String> types,
            String owner,
            Instant lastVisit,
            double longitude,
            double latitude) {}
}
