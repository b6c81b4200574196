package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Closes tiers for a reason; those that are closed keep the reason they have. */
@ApplicationScoped
public class CloseTiers extends FieldAction {

    private static final String REASON = "reason";
    private static final String STATUS = "status";
    private static final String CLOSED_REASON = "closedReason";

    protected CloseTiers() {
        this(null, null);
    }

    @Inject
    public CloseTiers(Db db, TierService tiers) {
        super(db, tiers);
    }

    @Override
    public String code() {
        return "CLOSE";
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        wish.checks(Set.of(REASON), Set.of()).required(REASON, wish.one(REASON)).refuse();
        return wish;
    }

    @Override
    protected Map<String, String> fields() {
        return Map.of(STATUS, "t.status", CLOSED_REASON, "t.closed_reason");
    }

    @Override
    protected Map<String, String> wanted(BulkParameters parameters, Map<String, String> now) {
        return "CLOSED".equals(now.get(STATUS))
                ? Map.of()
                : Map.of(STATUS, "CLOSED", CLOSED_REASON, parameters.one(REASON));
    }

    @Override
    protected void write(TierData data, String field, String value) {
        if (STATUS.equals(field)) {
            data.setStatus(value);
        } else {
            data.setClosedReason(value);
        }
    }
}
