package fr.tiers.customfield;

import fr.tiers.customfield.CustomFieldService.TypeChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** From one type to another along safe paths: which there are, and taking the values over one by one. */
final class TypeChanges {

    /** Types whose values can be taken over one by one, when they fit. */
    static final Map<FieldType, Set<FieldType>> CHANGES = Map.ofEntries(
            Map.entry(
                    FieldType.STRING,
                    Set.of(
                            FieldType.TEXT,
                            FieldType.INTEGER,
                            FieldType.DECIMAL,
                            FieldType.DATE,
                            FieldType.EMAIL,
                            FieldType.PHONE,
                            FieldType.URL)),
            Map.entry(FieldType.TEXT, Set.of(FieldType.STRING)),
            Map.entry(FieldType.EMAIL, Set.of(FieldType.STRING, FieldType.TEXT)),
            Map.entry(FieldType.PHONE, Set.of(FieldType.STRING, FieldType.TEXT)),
            Map.entry(FieldType.URL, Set.of(FieldType.STRING, FieldType.TEXT)),
            Map.entry(
                    FieldType.INTEGER,
                    Set.of(FieldType.DECIMAL, FieldType.STRING, FieldType.DURATION, FieldType.RATING)),
            Map.entry(FieldType.DURATION, Set.of(FieldType.INTEGER, FieldType.DECIMAL)),
            Map.entry(FieldType.RATING, Set.of(FieldType.INTEGER, FieldType.DECIMAL)),
            Map.entry(FieldType.DECIMAL, Set.of(FieldType.INTEGER, FieldType.STRING)),
            Map.entry(FieldType.DATE, Set.of(FieldType.STRING)),
            Map.entry(FieldType.IMAGE, Set.of(FieldType.FILE)),
            Map.entry(FieldType.DATETIME, Set.of(FieldType.STRING)),
            Map.entry(FieldType.SELECT, Set.of(FieldType.RADIO, FieldType.MULTI_SELECT)),
            Map.entry(FieldType.RADIO, Set.of(FieldType.SELECT, FieldType.MULTI_SELECT)),
            Map.entry(FieldType.MULTI_SELECT, Set.of(FieldType.SELECT, FieldType.RADIO)));

    private TypeChanges() {}

    /** The types that a type can be changed to. */
    static Set<FieldType> reachable(FieldType type) {
        return CHANGES.getOrDefault(type, Set.of());
    }

    static TypeChange convert(Handle handle, String table, FieldDefinition from, FieldDefinition to, boolean dryRun) {
        long values = 0;
        long lossy = 0;
        long last = -1;
        record Row(long id, Object value) {}
        while (true) {
            var rows = handle.createQuery("select id, custom from " + table
                            + " where id > :last and (custom -> :code) is not null order by id limit 1000")
                    .bind("last", last)
                    .bind("code", from.code())
                    .map((row, context) -> new Row(
                            row.getLong("id"),
                            FieldJson.values(row.getString("custom")).get(from.code())))
                    .list();
            if (rows.isEmpty()) {
                return new TypeChange(to.type(), values, lossy);
            }
            var batch = handle.prepareBatch("update " + table
                    + " set custom = case when :value::jsonb = 'null' then custom - :code"
                    + " else jsonb_set(custom, array[:code], :value::jsonb) end where id = :id");
            for (var row : rows) {
                var taken = converted(to, row.value());
                values++;
                lossy += CustomFields.text(taken).equals(CustomFields.text(row.value())) ? 0 : 1;
                batch.bind("value", FieldJson.write(taken))
                        .bind("code", from.code())
                        .bind("id", row.id())
                        .add();
            }
            last = rows.get(rows.size() - 1).id();
            if (!dryRun) {
                batch.execute();
            }
        }
    }

    private static Object converted(FieldDefinition to, Object value) {
        Object raw = value instanceof List<?> several && !to.type().isSeveral() ? several.get(0) : value;
        try {
            return FieldValues.accept(to, to.type().isText() ? CustomFields.text(raw) : raw, raw);
        } catch (FieldValues.Wrong e) {
            return null;
        }
    }

    static FieldDefinition retyped(FieldDefinition f, FieldType type) {
        boolean limits = f.type().isText() == type.isText() && type != FieldType.RATING;
        return new FieldDefinition(
                f.object(),
                f.code(),
                type,
                f.labelFr(),
                f.labelEn(),
                f.helpFr(),
                f.helpEn(),
                f.options(),
                null,
                null,
                null,
                null,
                limits ? f.min() : null,
                limits ? f.max() : null,
                type.isText() ? f.pattern() : null,
                f.required(),
                f.unique() && !type.isSeveral(),
                f.group(),
                f.block(),
                f.width(),
                f.position(),
                f.listed(),
                f.filterable(),
                f.searchable(),
                f.importable(),
                f.exportable(),
                f.printable(),
                f.api(),
                f.personal(),
                f.tierTypes(),
                f.visibleTo(),
                f.editableBy(),
                f.visible(),
                f.requiredWhen(),
                f.readOnlyWhen(),
                f.whenHidden(),
                f.active());
    }
}
