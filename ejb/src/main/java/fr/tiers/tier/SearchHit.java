package fr.tiers.tier;

/**
 * One answer of the search box.
 *
 * @param kind TIER, CONTACT, INVOICE, EVENT …: group heading and icon
 * @param id of the thing found
 * @param tierId the tier whose record shows it
 * @param rank higher is better; comparable across kinds
 */
public record SearchHit(String kind, long id, long tierId, String title, String subtitle, double rank) {}
