package fr.tiers.recurrence;

/** What a rule counts in. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
}
