package fr.tiers.tier;

import fr.tiers.access.TierAccess;
import fr.tiers.kernel.MergedRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where the id of a tier leads that became a part of another; {@code fr.tiers.merge} keeps the ledger. */
@ApplicationScoped
public class MergedTiers {

    /** The tier with the code {@code :code}, or that had it once: programs outside go on using the code they know. */
    public static final String BY_CODE =
            """
            select id from tier where code = :code
            union all select tier_id from tier_former_code where code = :code limit 1
            """;

    private final MergedRecords merged;
    private final TierAccess access;

    protected MergedTiers() {
        this(null, null);
    }

    @Inject
    public MergedTiers(MergedRecords merged, TierAccess access) {
        this.merged = merged;
        this.access = access;
    }

    /** @return the tier that is left after however many merges; empty when there was none, or when it is not the caller's to see */
    public Optional<Long> survivor(long id) {
        return merged.into("TIER", id).filter(access::sees);
    }
}
