package fr.tiers.relation;

/** Which end of a relation a tier is. */
public enum Side {
    /** the tier is what the label says: the prescriber, the subsidiary */
    FIRST,
    /** the tier is what the inverse label says: prescribed, parent company */
    SECOND;

    public Side opposite() {
        return this == FIRST ? SECOND : FIRST;
    }
}
