package fr.tiers.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What of the change log and of the past is the caller's to see, as the features say. */
@ApplicationScoped
public class LineRights {

    private final Iterable<HiddenLines> features;

    /** Without features that hide anything. */
    public LineRights() {
        this(List.of());
    }

    @Inject
    public LineRights(@Any Instance<HiddenLines> features) {
        this((Iterable<HiddenLines>) features);
    }

    public LineRights(Iterable<HiddenLines> features) {
        this.features = features;
    }

    /** SQL about a row of history_entry, to stand in an "and". */
    public String shown() {
        var sql = new StringBuilder("true");
        features.forEach(feature -> sql.append(" and ").append(feature.shown()));
        return sql.toString();
    }

    /** Takes away what the caller may not see of things as they stood. */
    void conceal(String entity, Map<Long, Map<String, String>> things) {
        for (var feature : features) {
            var hidden = feature.fields(entity);
            things.values().forEach(fields -> fields.keySet().removeAll(hidden));
        }
    }
}
