package fr.tiers.address;

/**
 * A French commune under one of its postal codes.
 *
 * @param inseeCode of the commune; of the arrondissement in Paris, Lyon and Marseille
 * @param department by its code: 44, 2A, 971
 */
public record Commune(String inseeCode, String name, String postalCode, String department) {}
