/**
 * Coordinates of addresses: a queue in the database, filled by triggers, worked off outside of any transaction.
 */
package fr.tiers.address.geocoding;
