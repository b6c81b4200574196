package fr.tiers.tier;

/**
 * CDI event: something about a tier, or what hangs on it, has changed. Fired inside the transaction of the change, by every service that
 * writes; observed by features that keep something computed from a tier, so that neither has to know the other.
 */
public record TierTouched(long tierId) {}
