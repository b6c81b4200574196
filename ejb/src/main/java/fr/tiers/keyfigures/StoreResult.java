package fr.tiers.keyfigures;

/**
 * What storing one company's figures did.
 *
 * @param changed years written
 * @param unchanged years left as they are: equal, or entered by hand
 */
public record StoreResult(int changed, int unchanged) {}
