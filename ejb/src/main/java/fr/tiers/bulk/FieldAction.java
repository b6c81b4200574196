package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.exchange.Difference;
import fr.tiers.kernel.Db;
import fr.tiers.tier.TierData;
import fr.tiers.tier.TierMapping;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes fields of the tier itself, as its form would. */
abstract class FieldAction implements BulkAction {

    private static final String SEPARATOR = ", ";

    private final Db db;
    private final TierService tiers;

    protected FieldAction(Db db, TierService tiers) {
        this.db = db;
        this.tiers = tiers;
    }

    /** The fields by name, each with the SQL of its value as text, the tier being {@code t}. */
    protected abstract Map<String, String> fields();

    /** @return the fields as they are to be; those that are not in it stay */
    protected abstract Map<String, String> wanted(BulkParameters parameters, Map<String, String> now);

    /** @param value as text; null for nothing */
    protected abstract void write(TierData data, String field, String value);

    @Override
    public Set<Action> rights() {
        return Set.of(Action.EDIT);
    }

    @Override
    public Map<Long, Foreseen> foresee(BulkParameters parameters, List<Long> tierIds) {
        // Names and expressions are constants of the actions, never input.
        var columns = fields().entrySet().stream()
                .map(field -> "(" + field.getValue() + ") as \"" + field.getKey() + '"')
                .collect(Collectors.joining(", "));
        var foreseen = new HashMap<Long, Foreseen>();
        db.run(handle -> handle.createQuery("select t.id, " + columns + " from tier t where t.id = any(:ids)")
                .bindArray("ids", Long.class, tierIds)
                .map((row, context) -> {
                    var now = new LinkedHashMap<String, String>();
                    for (var field : fields().keySet()) {
                        now.put(field, row.getString(field));
                    }
                    var changes = changes(now, wanted(parameters, now));
                    return changes.isEmpty() ? null : foreseen.put(row.getLong("id"), Foreseen.change(changes));
                })
                .list());
        return foreseen;
    }

    private static List<Difference> changes(Map<String, String> now, Map<String, String> wanted) {
        var changes = new ArrayList<Difference>();
        wanted.forEach((field, after) -> {
            var change = new Difference(field, now.get(field), after);
            if (!Objects.equals(change.before(), change.after())) {
                changes.add(change);
            }
        });
        return changes;
    }

    @Override
    public void apply(BulkParameters parameters, long tierId, List<Difference> planned) {
        save(tierId, planned, Difference::after);
    }

    @Override
    public void undo(long tierId, List<Difference> done) {
        save(tierId, done, Difference::before);
    }

    private void save(long tierId, List<Difference> changes, Function<Difference, String> value) {
        var now = tiers.whole(tierId);
        var data = TierMapping.toData(now);
        changes.forEach(change -> write(data, change.field(), value.apply(change)));
        store(tiers, now, data);
    }

    /** Everything but what has a service of its own goes the way of the form. */
    protected void store(TierService service, TierView before, TierData data) {
        service.update(before.id(), before.version(), data);
    }

    /** Several codes as one text, in their order. */
    protected static String text(List<String> codes) {
        return String.join(SEPARATOR, codes);
    }

    /** What {@link #text} was made of. */
    protected static List<String> codes(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(SEPARATOR));
    }

    /** Codes with some more and some less, sorted. */
    protected static String changed(String now, List<String> more, List<String> less) {
        return text(Stream.concat(codes(now).stream(), more.stream())
                .filter(code -> !less.contains(code))
                .distinct()
                .sorted()
                .toList());
    }
}
