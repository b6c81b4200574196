package fr.tiers.tier;

/**
 * CDI event, fired in the transaction of a conversion whatever path it came by: a suspect or prospect has become more than that.
 *
 * @param from function before: SUSPECT or PROSPECT
 * @param to function now: PROSPECT or CUSTOMER
 * @param code the tier's code now
 * @param formerCode its code before, when the conversion gave it another one; else null
 * @param author login
 */
public record TierConverted(long tierId, String from, String to, String code, String formerCode, String author) {}
