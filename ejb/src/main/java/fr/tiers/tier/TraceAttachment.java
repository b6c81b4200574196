package fr.tiers.tier;

import java.util.Set;

/**
 * What speaks of a tier without hanging on it by a table of its own: it is not counted among what is attached, and never a reason to keep
 * the tier.
 */
public abstract class TraceAttachment implements TierAttachment {

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public long count(long tierId) {
        return 0;
    }

    @Override
    public boolean blocksDeletion(long tierId) {
        return false;
    }
}
