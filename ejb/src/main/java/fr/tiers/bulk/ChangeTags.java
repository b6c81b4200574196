package fr.tiers.bulk;

import fr.tiers.access.Action;
import fr.tiers.exchange.Difference;
import fr.tiers.kernel.Db;
import fr.tiers.tag.Tags;
import fr.tiers.tag.WornTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hangs tags on tiers and takes others off. */
@ApplicationScoped
public class ChangeTags implements BulkAction {

    private static final String OBJECT = "TIER";
    private static final String FIELD = "tags";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final Db db;
    private final Tags tags;
    private final WornTags worn;

    protected ChangeTags() {
        this(null, null, null);
    }

    @Inject
    public ChangeTags(Db db, Tags tags, WornTags worn) {
        this.db = db;
        this.tags = tags;
        this.worn = worn;
    }

    @Override
    public String code() {
        return "CHANGE_TAGS";
    }

    @Override
    public Set<Action> rights() {
        return Set.of(Action.EDIT);
    }

    @Override
    public BulkParameters check(BulkParameters wish) {
        ChangePlaces.addAndRemove(wish).refuse();
        var add = wish.all(ADD).stream()
                .map(label -> tags.admit(ADD, OBJECT, label))
                .toList();
        var remove = wish.all(REMOVE).stream()
                .map(label -> tags.find(OBJECT, label).map(tag -> tag.label()).orElse(label))
                .toList();
        var known = new BulkParameters(Map.of(ADD, add, REMOVE, remove));
        ChangePlaces.addAndRemove(known).refuse();
        return known;
    }

    @Override
    public Map<Long, Foreseen> foresee(BulkParameters parameters, List<Long> tierIds) {
        var now = new HashMap<Long, Set<String>>();
        db.run(handle -> handle.createQuery(
                        "select w.tier_id, g.label from tier_tag w join tag g on g.id = w.tag_id where w.tier_id = any(:ids)")
                .bindArray("ids", Long.class, tierIds)
                .map((row, context) -> now.computeIfAbsent(row.getLong("tier_id"), id -> new HashSet<>())
                        .add(row.getString("label")))
                .list());
        var foreseen = new HashMap<Long, Foreseen>();
        for (var id : tierIds) {
            var changes = changes(parameters, now.getOrDefault(id, Set.of()));
            if (!changes.isEmpty()) {
                foreseen.put(id, Foreseen.change(changes));
            }
        }
        return foreseen;
    }

    private static List<Difference> changes(BulkParameters parameters, Set<String> wears) {
        var changes = new ArrayList<Difference>();
        parameters.all(ADD).stream()
                .filter(label -> !wears.contains(label))
                .forEach(label -> changes.add(new Difference(FIELD, null, label)));
        parameters.all(REMOVE).stream()
                .filter(wears::contains)
                .forEach(label -> changes.add(new Difference(FIELD, label, null)));
        return changes;
    }

    @Override
    public void apply(BulkParameters parameters, long tierId, List<Difference> planned) {
        planned.forEach(change -> exchange(tierId, change.before(), change.after()));
    }

    @Override
    public void undo(long tierId, List<Difference> done) {
        done.forEach(change -> exchange(tierId, change.after(), change.before()));
    }

    private void exchange(long tierId, String off, String on) {
        if (on != null) {
            worn.add(OBJECT, tierId, on);
        }
        if (off != null) {
            worn.of(OBJECT, tierId).stream()
                    .filter(tag -> tag.label().equals(off))
                    .findFirst()
                    .ifPresent(tag -> worn.remove(OBJECT, tierId, tag.id()));
        }
    }
}
