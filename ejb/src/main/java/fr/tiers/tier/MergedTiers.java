package fr.tiers.tier;

import fr.tiers.access.TierAccess;
import fr.tiers.kernel.Db;
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

    private final Db db;
    private final TierAccess access;

    protected MergedTiers() {
        this(null, null);
    }

    @Inject
    public MergedTiers(Db db, TierAccess access) {
        this.db = db;
        this.access = access;
    }

    /** @return the tier that is left after however many merges; empty when there was none, or when it is not the caller's to see */
    public Optional<Long> survivor(long id) {
        return db.call(handle -> handle.createQuery(
                                """
                                with recursive way as (
                                    select into_id, 1 as step from merged_record where kind = 'TIER' and id = :id
                                    union all select m.into_id, way.step + 1
                                    from way join merged_record m on m.kind = 'TIER' and m.id = way.into_id)
                                select t.id from way join tier t on t.id = way.into_id order by way.step desc limit 1
                                """)
                        .bind("id", id)
                        .mapTo(Long.class)
                        .findOne())
                .filter(access::sees);
    }
}
