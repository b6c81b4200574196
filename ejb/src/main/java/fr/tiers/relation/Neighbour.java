package fr.tiers.relation;

import java.io.Serializable;

/**
 * A tier as far as it must be known to stand in a relation or tree.
 *
 * @param status ACTIVE or CLOSED
 * @param children how many tiers that the caller may see hang directly below it
 */
public record Neighbour(long id, String code, String name, String city, String status, long children)
        implements Serializable {}
