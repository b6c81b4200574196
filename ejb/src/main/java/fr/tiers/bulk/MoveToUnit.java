package fr.tiers.bulk;

import fr.tiers.kernel.Db;
import fr.tiers.organisation.Organisation;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Moves tiers to a sales unit. */
@ApplicationScoped
public class MoveToUnit extends FieldAction {

    private static final String UNIT = "salesUnit";

    private final Organisation organisation;

    protected MoveToUnit() {
        this(null, null, null);
    }

    @Inject
    public MoveToUnit(Db db, TierService tiers, Organisation organisation) {
        super(db, tiers);
        this.organisation = organisation;
    }

    @Override
    public String code() {
        return "MOVE_TO_UNIT";
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        wish.checks(Set.of(UNIT), Set.of()).required(UNIT, wish.one(UNIT)).refuse();
        organisation.salesUnitId(UNIT, wish.one(UNIT));
        return wish;
    }

    @Override
    protected Map<String, String> fields() {
        return Map.of(UNIT, "select s.code from sales_unit s where s.id = t.sales_unit_id");
    }

    @Override
    protected Map<String, String> wanted(BulkParameters parameters, Map<String, String> now) {
        return Map.of(UNIT, parameters.one(UNIT));
    }

    @Override
    protected void write(TierData data, String field, String value) {
        data.setSalesUnit(value);
    }
}
