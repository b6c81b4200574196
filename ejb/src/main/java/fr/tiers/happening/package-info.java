/**
 * What happens with a tier, seen as business: a closed catalogue of codes, and whether each is written among the tier's events.
 */
package fr.tiers.happening;
