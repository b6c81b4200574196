package fr.tiers.history;

/** One field that changed; null stands for empty. */
public record Change(String field, String oldValue, String newValue) {}
