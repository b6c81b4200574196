package fr.tiers.tier;

import java.io.Serializable;

/**
 * A tier that may be the same party.
 *
 * @param score 0 to 100
 * @param reason SAME_SIRET, SAME_SIREN, SAME_VAT_NUMBER, SAME_EMAIL, SAME_PHONE,
 *     SAME_NAME_AND_POSTAL_CODE, SAME_WEBSITE or SAME_NAME
 */
public record DuplicateCandidate(long id, String code, String name, String city, int score, String reason)
        implements Serializable {}
