package fr.tiers.address;

import java.io.Serializable;

/** A site in the list of all. */
public record SiteRow(AddressView address, String tierName, String technicianName) implements Serializable {}
