package fr.tiers.bulk;

import fr.tiers.kernel.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an action is asked to do, by name; a name may have several values. Blank values count as none. */
public record BulkParameters(Map<String, List<String>> values) implements Serializable {

    private static final int MAX_VALUES = 50;

    public BulkParameters {
        var tidy = new LinkedHashMap<String, List<String>>();
        (values == null ? Map.<String, List<String>>of() : values).forEach((name, all) -> {
            var kept = (all == null ? List.<String>of() : all)
                    .stream()
                            .map(Checks::trim)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
            if (!kept.isEmpty()) {
                tidy.put(name, new ArrayList<>(kept));
            }
        });
        values = tidy;
    }

    /** The only value of a name; null when there is none. */
    public String one(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Nothing but these names, not too much, nothing that cannot be kept. */
    public Checks checks(Set<String> single, Set<String> several) {
        var checks = new Checks();
        values.forEach((name, all) -> {
            checks.holds(single.contains(name) || several.contains(name), name, "unknown-field");
            checks.holds(all.size() <= (several.contains(name) ? MAX_VALUES : 1), name, "too-many", MAX_VALUES);
            all.forEach(value -> checks.text(name, value));
        });
        return checks;
    }
}
