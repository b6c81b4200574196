package fr.tiers.task;

/** Whose tasks a list shows. */
public enum TaskScope {
    /** those I am to do */
    MINE,
    /** those I have written that somebody else is to do, or whoever of a group */
    DELEGATED,
    /** those of the people of my sales units and groups, and those that wait in the queues of my groups */
    TEAM
}
