package fr.tiers.document;

/**
 * What to list.
 *
 * @param category code; null for all
 * @param words parts of words in name or description; null for all
 */
public record DocumentFilter(String category, String words) {}
