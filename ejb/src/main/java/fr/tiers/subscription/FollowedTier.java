package fr.tiers.subscription;

import java.util.List;

/**
 * A tier that the caller follows, or has left.
 *
 * @param reasons CHOSEN, OWNER, REPRESENTATIVE, COLLABORATOR; empty when left
 */
public record FollowedTier(long tier, String code, String name, List<String> reasons) {}
