package fr.tiers.tag;

import java.io.Serializable;
import java.util.List;

/**
 * A tag.
 *
 * @param colour grey, blue, green, orange, red, purple or teal
 * @param parent id of the tag above; null at the top
 * @param scopes objects that may wear it, TIER for instance
 * @param active false: no longer offered, stays where it is
 */
public record Tag(long id, long version, String label, String colour, Long parent, List<String> scopes, boolean active)
        implements Serializable {}
