package fr.tiers.receivable;

/** What a repeatable write came to. */
public enum Upsert {
    CREATED,
    UPDATED,
    /** a replay, or older than what we have */
    UNCHANGED
}
