package fr.tiers.access;

/** With which tiers a role may do something. Each level but NONE includes OWN; of several roles the levels add up. */
public enum Level {
    NONE,
    /** Owner, representative in force or collaborator. */
    OWN,
    /** Also the tiers of the user's agencies. */
    AGENCY,
    /** Also the tiers of the user's sales units and all units below them. */
    STRUCTURE,
    ALL
}
