package fr.tiers.address.site;

/**
 * Whether a site is open at a moment, and why.
 *
 * @param reason HOURS (within the hours of the week), EXCEPTION (by a rule for that day), OUTSIDE_HOURS, PUBLIC_HOLIDAY, NOT_IN_USE (before
 *     or after the dates of the address), NO_HOURS (none are known: taken for open)
 * @param detail the public holiday, or the reason of the exception; else null
 */
public record Opening(boolean open, String reason, String detail) {}
