package fr.tiers.tier;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldJson;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The custom values of a tier that are personal data: handed out by the right of access, emptied by the right to be forgotten. */
@ApplicationScoped
public class TierCustomData {

    private final Db db;
    private final CustomFields fields;

    protected TierCustomData() {
        this(null, null);
    }

    @Inject
    public TierCustomData(Db db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** Right of access: one row with what the flagged fields hold, by label. */
    public void export(long tierId, PersonalDataExport out) {
        var values = FieldJson.values(db.call(handle -> handle.createQuery("select custom from tier where id = :id")
                .bind("id", tierId)
                .mapTo(String.class)
                .findOne()
                .orElse(null)));
        Map<String, Object> row = new LinkedHashMap<>();
        for (var field : personal()) {
            if (values.containsKey(field.code())) {
                row.put(field.definition().labelFr(), CustomFields.text(values.get(field.code())));
            }
        }
        out.section("customfield", row.isEmpty() ? List.of() : List.of(row));
    }

    /** Right to be forgotten: empties what is flagged, in the row and in what the history says of it. */
    public void anonymise(long tierId) {
        var codes = personal().stream().map(CustomField::code).toList();
        if (codes.isEmpty()) {
            return;
        }
        db.run(handle -> {
            handle.createUpdate("update tier set custom = custom - :codes where id = :id")
                    .bindArray("codes", String.class, codes)
                    .bind("id", tierId)
                    .execute();
            handle.createUpdate(
                            """
                            update history_entry set old_value = null, new_value = null
                            where tier_id = :id and entity = 'tier' and field = any(:fields)
                            """)
                    .bindArray(
                            "fields",
                            String.class,
                            codes.stream().map(code -> "custom." + code).toList())
                    .bind("id", tierId)
                    .execute();
        });
    }

    private List<CustomField> personal() {
        return fields.everIn(TierFieldOwner.OBJECT).stream()
                .filter(field -> field.definition().personal())
                .toList();
    }
}
