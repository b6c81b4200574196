package fr.tiers.relation;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.kernel.Checks;

/**
 * How two tiers can be related.
 *
 * @param labelFr as read from the first tier, like "Prescripteur de"
 * @param inverseFr as read from the second, like "Prescrit par"; the same as the label when symmetric
 * @param symmetric whether both sides read alike, like "Concurrent de"
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
        implements CodeEntry {

    public RelationType {
        code = Checks.trim(code);
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
        inverseFr = symmetric ? labelFr : Checks.trim(inverseFr);
        inverseEn = symmetric ? labelEn : Checks.trim(inverseEn);
    }

    /** @param side from which it is read */
    public String label(String language, Side side) {
        if (side == Side.FIRST) {
            return label(language);
        }
        return "en".equals(language) ? inverseEn : inverseFr;
    }
}
