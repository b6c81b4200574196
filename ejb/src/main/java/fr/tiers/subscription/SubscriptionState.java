package fr.tiers.subscription;

import java.util.List;

/**
 * Whether the caller follows a tier.
 *
 * @param reasons CHOSEN, OWNER, REPRESENTATIVE, COLLABORATOR; empty when not followed
 * @param left whether it was left although it would be followed by itself
 */
public record SubscriptionState(long tier, boolean followed, List<String> reasons, boolean left) {}
