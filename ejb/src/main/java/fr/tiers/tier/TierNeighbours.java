package fr.tiers.tier;

import java.io.Serializable;

/**
 * What stands before and after a tier in a list.
 *
 * @param previous null when it is the first
 * @param next null when it is the last
 */
public record TierNeighbours(Neighbour previous, Neighbour next) implements Serializable {

    /** Another tier of the list. */
    public record Neighbour(long id, String name) implements Serializable {}
}
