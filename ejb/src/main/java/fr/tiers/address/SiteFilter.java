package fr.tiers.address;

/**
 * Which sites; null for all.
 *
 * @param q words or parts of words of the site's name, its town, its postal code or its tier
 * @param technician login
 */
public record SiteFilter(String q, String technician) {}
