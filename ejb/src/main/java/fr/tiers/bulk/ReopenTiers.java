package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens closed tiers again. Undone they are closed for the same reason, with the day on which that was done. */
@ApplicationScoped
public class ReopenTiers extends CloseTiers {

    protected ReopenTiers() {
        this(null, null);
    }

    @Inject
    public ReopenTiers(Db db, TierService tiers) {
        super(db, tiers);
    }

    @Override
    public String code() {
        return "REOPEN";
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        wish.checks(Set.of(), Set.of()).refuse();
        return wish;
    }

    @Override
    protected Map<String, String> wanted(BulkParameters parameters, Map<String, String> now) {
        var wanted = new HashMap<String, String>();
        wanted.put("status", "ACTIVE");
        wanted.put("closedReason", null);
        return wanted;
    }
}
