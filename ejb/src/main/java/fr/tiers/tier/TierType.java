package fr.tiers.tier;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.kernel.Checks;

/**
 * A type of tier, administered data.
 *
 * @param function what the type makes of a tier: NONE, SUSPECT, PROSPECT, CUSTOMER, SUPPLIER or SUBCONTRACTOR
 * @param colour name of a pill colour of the theme
 * @param icon name of a PrimeIcon
 */
public record TierType(
        String code,
        long version,
        String function,
        String labelFr,
        String labelEn,
        String colour,
        String icon,
        int position,
        boolean active,
        boolean byDefault)
        implements CodeEntry {

    public TierType {
        code = Checks.trim(code);
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
    }
}
