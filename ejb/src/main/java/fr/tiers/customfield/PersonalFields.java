package fr.tiers.customfield;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The custom values that are personal data, of whichever object: handed out by the right of access, emptied by the right to be
 * forgotten. What a computed field makes of personal data is personal too.
 */
@ApplicationScoped
public class PersonalFields {

    private static final String COLUMN = "custom";

    private final Db db;
    private final CustomFields fields;

    protected PersonalFields() {
        this(null, null);
    }

    @Inject
    public PersonalFields(Db db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /**
     * Right of access.
     *
     * @param rows with the values as JSON in a column {@code custom}
     * @return the rows with what the flagged fields hold, by label, in its place
     */
    public List<Map<String, Object>> told(String object, List<Map<String, Object>> rows) {
        var personal = personal(object);
        var told = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var shown = new LinkedHashMap<>(row);
            var json = shown.remove(COLUMN);
            var values = FieldJson.values(json == null ? null : json.toString());
            for (var field : personal) {
                if (values.containsKey(field.code())) {
                    var label = field.definition().labelFr();
                    shown.put(
                            shown.containsKey(label) ? field.definition().name() : label,
                            CustomFields.text(values.get(field.code())));
                }
            }
            told.add(shown);
        }
        return told;
    }

    /**
     * Right to be forgotten: empties what is flagged. The change log is emptied by whoever keeps it.
     *
     * @param which SQL condition on the row {@code o} that names the tier {@code :tier}; never from outside
     */
    public void forget(String object, String which, long tierId) {
        var personal = personal(object);
        if (personal.isEmpty()) {
            return;
        }
        var table = fields.owner(object).table();
        var codes = personal.stream().map(CustomField::code).toList();
        db.run(handle -> handle.createUpdate("update " + table + " o set custom = o.custom - :codes where " + which)
                .bindArray("codes", String.class, codes)
                .bind("tier", tierId)
                .execute());
    }

    private List<CustomField> personal(String object) {
        var all = fields.all(object);
        Set<String> codes = new LinkedHashSet<>();
        all.stream().filter(field -> field.definition().personal()).forEach(field -> codes.add(field.code()));
        while (codes.addAll(madeOf(all, codes))) {
            // until nothing more is made of what is personal
            continue;
        }
        return all.stream().filter(field -> codes.contains(field.code())).toList();
    }

    private static List<String> madeOf(List<CustomField> all, Set<String> codes) {
        return all.stream()
                .filter(field -> field.type() == FieldType.COMPUTED)
                .filter(field -> Formula.parse(field.definition().formula()).codes().stream()
                        .anyMatch(codes::contains))
                .map(CustomField::code)
                .toList();
    }
}
