package fr.tiers.address.geocoding;

/**
 * An address that is being looked for.
 *
 * @param addressId null for the main address of a tier
 * @param query street, postal code and town
 * @param town postal code and town, for a street that is not known
 * @param attempt this one, from 1
 */
public record Claim(long id, Long addressId, Long tierId, String query, String town, int attempt) {}
