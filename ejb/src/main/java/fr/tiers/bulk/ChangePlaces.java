package fr.tiers.bulk;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Adds codes to a list of the tier and takes others away; what is neither stays. */
abstract class ChangePlaces extends FieldAction {

    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final String field;
    private final String sql;
    private final BiConsumer<TierData, List<String>> setter;

    protected ChangePlaces(
            Db db, TierService tiers, String field, String sql, BiConsumer<TierData, List<String>> setter) {
        super(db, tiers);
        this.field = field;
        this.sql = sql;
        this.setter = setter;
    }

    /** Refuses a code that there is not. */
    protected abstract void requireKnown(String parameter, String code);

    @Override
    public BulkParameters check(BulkParameters wish) {
        addAndRemove(wish).refuse();
        wish.values().forEach((name, codes) -> codes.forEach(code -> requireKnown(name, code)));
        return wish;
    }

    /** At least one of both lists, and no value in both. */
    static Checks addAndRemove(BulkParameters wish) {
        return wish.checks(Set.of(), Set.of(ADD, REMOVE))
                .holds(!wish.all(ADD).isEmpty() || !wish.all(REMOVE).isEmpty(), ADD, "required")
                .holds(wish.all(ADD).stream().noneMatch(wish.all(REMOVE)::contains), REMOVE, "bulk-add-and-remove");
    }

    @Override
    protected Map<String, String> fields() {
        return Map.of(field, sql);
    }

    @Override
    protected Map<String, String> wanted(BulkParameters parameters, Map<String, String> now) {
        return Map.of(field, changed(now.get(field), parameters.all(ADD), parameters.all(REMOVE)));
    }

    @Override
    protected void write(TierData data, String name, String value) {
        setter.accept(data, codes(value));
    }
}
