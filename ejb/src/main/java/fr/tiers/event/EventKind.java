package fr.tiers.event;

/** What a type of events is at heart: it decides which fields its events have. */
public enum EventKind {
    /** Has {@link EventCommand.Call}. */
    CALL,
    EMAIL,
    NOTE,
    /** Has {@link EventCommand.Meeting} and lasts. */
    MEETING,
    /** Has {@link EventCommand.Task}. */
    TASK
}
