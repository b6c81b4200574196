package fr.tiers.relation;

import java.io.Serializable;

/**
 * How two tiers can be related.
 *
 * @param labelFr as read from the first tier, like "Prescripteur de"
 * @param inverseFr as read from the second, like "Prescrit par"; the same as the label when symmetric
 * @param symmetric whether both sides read alike, like "Concurrent de"
 * @param active false when it can no longer be chosen; relations that have it stay
 */
public record RelationType(
        String code,
        long version,
        String labelFr,
        String inverseFr,
        String labelEn,
        String inverseEn,
        boolean symmetric,
        int position,
        boolean active)
        implements Serializable {

    /** @param side from which it is read */
    public String label(String language, Side side) {
        if ("en".equals(language)) {
            return side == Side.FIRST ? labelEn : inverseEn;
        }
        return side == Side.FIRST ? labelFr : inverseFr;
    }
}
