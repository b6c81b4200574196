package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.exchange.Difference;
import fr.tiers.exchange.RowProblem;
import fr.tiers.kernel.Db;
import fr.tiers.tier.Conversion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes prospects of suspects, customers of either. One way, and numbers are given: there is no way back. */
@ApplicationScoped
public class ConvertTiers implements BulkAction {

    private static final String TO = "to";
    private static final String FIELD = "function";
    private static final String SUSPECT = "SUSPECT";
    private static final String PROSPECT = "PROSPECT";
    private static final String CUSTOMER = "CUSTOMER";

    private final Db db;
    private final Conversion conversion;

    protected ConvertTiers() {
        this(null, null);
    }

    @Inject
    public ConvertTiers(Db db, Conversion conversion) {
        this.db = db;
        this.conversion = conversion;
    }

    @Override
    public String code() {
        return "CONVERT";
    }

    @Override
    public Set<Action> rights() {
        return Set.of(Action.CONVERT);
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        wish.checks(Set.of(TO), Set.of())
                .required(TO, wish.one(TO))
                .oneOf(TO, wish.one(TO), Set.of(PROSPECT, CUSTOMER))
                .refuse();
        return wish;
    }

    @Override
    public Map<Long, Foreseen> foresee(BulkParameters parameters, List<Long> tierIds) {
        var foreseen = new HashMap<Long, Foreseen>();
        db.run(handle -> handle.createQuery(
                        """
                        select t.id, t.name, array(select distinct y.function from tier_function f
                                                   join tier_type y on y.code = f.type_code where f.tier_id = t.id) as functions
                        from tier t where t.id = any(:ids)
                        """)
                .bindArray("ids", Long.class, tierIds)
                .map((row, context) -> {
                    var has = Set.of((String[]) row.getArray("functions").getArray());
                    return has.contains(parameters.one(TO))
                            ? null
                            : foreseen.put(row.getLong("id"), foresee(parameters.one(TO), row.getString("name"), has));
                })
                .list());
        return foreseen;
    }

    private static Foreseen foresee(String to, String name, Set<String> has) {
        if (PROSPECT.equals(to) && has.contains(CUSTOMER)) {
            return Foreseen.refused(RowProblem.of("tier-conversion-one-way", name));
        }
        if (!has.contains(PROSPECT) && !has.contains(SUSPECT)) {
            return Foreseen.refused(RowProblem.of("tier-not-a-prospect", name));
        }
        return Foreseen.change(List.of(new Difference(FIELD, has.contains(PROSPECT) ? PROSPECT : SUSPECT, to)));
    }

    @Override
    public void apply(BulkParameters parameters, long tierId, List<Difference> planned) {
        conversion.convert(tierId, null, parameters.one(TO));
    }

    @Override
    public boolean isUndoable() {
        return false;
    }
}
