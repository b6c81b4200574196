package fr.tiers.subscription;

import java.util.List;

/**
 * A tier that the caller follows, or has left.
 *
 * @param reasons CHOSEN, OWNER, REPRESENTATIVE, COLLABORATOR; empty when left
 * @param ownChoice whether the caller is told something else of it than of all others
 */
public record FollowedTier(long tier, String code, String name, List<String> reasons, boolean ownChoice) {}
