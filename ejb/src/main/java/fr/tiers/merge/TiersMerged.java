package fr.tiers.merge;

import java.util.List;

/**
 * CDI event: tiers became a part of another one, in the transaction of the merge. For whoever keeps ids of tiers outside our tables: each
 * of {@code sources} is {@code survivor} from now on.
 */
public record TiersMerged(long mergeId, long survivor, List<Long> sources) {}
