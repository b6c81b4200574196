package fr.tiers.tier;

import java.io.Serializable;
import java.util.List;

/**
 * A tier that may be the same party.
 *
 * @param score 0 to 100
 * @param reason the strongest: SAME_SIRET, SAME_SIREN, SAME_VAT_NUMBER, SAME_EMAIL, SAME_PHONE, SAME_DOMAIN_AND_CLOSE_NAME,
 *     CLOSE_NAME_AND_POSTAL_CODE, SAME_WEBSITE or SAME_NAME
 * @param reasons all of them, strongest first
 * @param cautions what speaks against it: OTHER_ESTABLISHMENT, OTHER_SIREN, OTHER_LEGAL_FORM, OTHER_STREET
 */
public record DuplicateCandidate(
        long id,
        String code,
        String name,
        String city,
        int score,
        String reason,
        List<String> reasons,
        List<String> cautions)
        implements Serializable {

    /** The same establishment: only somebody who says why creates it a second time. */
    public boolean sameSiret() {
        return "SAME_SIRET".equals(reason);
    }
}
