package fr.tiers.bulk;

import fr.tiers.tier.TierFilter;
import java.util.List;

/**
 * What is to be done to which tiers.
 *
 * @param ids of the tiers; null for all that match
 * @param filter what they must match; null when they are named
 * @param selection the same as it stands in the URL of the list
 */
public record BulkWish(String action, BulkParameters parameters, List<Long> ids, TierFilter filter, String selection) {}
