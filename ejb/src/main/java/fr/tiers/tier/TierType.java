package fr.tiers.tier;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.kernel.Checks;
import java.util.List;

/**
 * A type of tier, administered data.
 *
 * @param function what the type makes of a tier: NONE, SUSPECT, PROSPECT, CUSTOMER, SUPPLIER or SUBCONTRACTOR
 * @param colour name of a pill colour of the theme
 * @param icon name of a PrimeIcon
 * @param requiredFields what a tier of the type must say besides name and type, see {@link RequiredFields#CHOICE}
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
        boolean byDefault,
        List<String> requiredFields)
        implements CodeEntry {

    public TierType {
        code = Checks.trim(code);
        labelFr = Checks.trim(labelFr);
        labelEn = Checks.trim(labelEn);
        requiredFields = requiredFields == null
                ? List.of()
                : requiredFields.stream().distinct().toList();
    }
}
