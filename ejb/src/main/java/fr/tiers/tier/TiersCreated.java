package fr.tiers.tier;

import java.util.List;

/**
 * CDI event: several new tiers are in the database, fired in their transaction. What {@link TierTouched} is to a single one; whoever observes that
 * and is concerned by new tiers observes this as well.
 */
public record TiersCreated(List<Long> tierIds) {

    public TiersCreated {
        tierIds = List.copyOf(tierIds);
    }
}
