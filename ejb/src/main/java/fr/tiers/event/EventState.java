package fr.tiers.event;

/** How far an event is. */
public enum EventState {
    PLANNED,
    IN_PROGRESS,
    DONE,
    CANCELLED;

    /** Whether something is still to come. */
    public boolean isOpen() {
        return this == PLANNED || this == IN_PROGRESS;
    }
}
