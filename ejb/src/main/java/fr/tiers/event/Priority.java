package fr.tiers.event;

/** How urgent a task is, the least urgent first. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
