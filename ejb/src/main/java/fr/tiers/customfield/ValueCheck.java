package fr.tiers.customfield;

import fr.tiers.customfield.CustomFields.Context;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The check of the values of one object: each by itself, then what conditions and the other values say of it. */
final class ValueCheck {

    private final Db db;
    private final CustomFields all;
    private final List<CustomField> fields;
    private final Context context;
    private final Checks checks;
    private final Map<String, Object> kept = new LinkedHashMap<>();

    ValueCheck(Db db, CustomFields all, List<CustomField> fields, Context context, Checks checks) {
        this.db = db;
        this.all = all;
        this.fields = fields;
        this.context = context;
        this.checks = checks;
    }

    /** @return what is to be kept, computed fields included */
    Map<String, Object> check(Map<String, Object> given) {
        var wanted = given == null ? Map.<String, Object>of() : given;
        wanted.keySet().stream()
                .filter(code -> fields.stream().noneMatch(field -> field.code().equals(code)))
                // an inactive field keeps what it has
                .filter(code -> !Objects.equals(context.before().get(code), wanted.get(code)))
                .forEach(code -> checks.holds(false, "custom." + code, "unknown-field"));
        context.before().forEach((code, value) -> {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                kept.put(code, value);
            }
        });
        for (var field : fields) {
            accept(field.definition(), wanted.get(field.code()));
        }
        apply();
        compute(fields, kept);
        return kept;
    }

    private void accept(FieldDefinition field, Object raw) {
        var before = context.before().get(field.code());
        if (field.type() == FieldType.SEPARATOR) {
            checks.holds(Condition.isEmpty(raw), field.name(), "read-only");
            return;
        }
        if (field.type() == FieldType.COMPUTED) {
            // what was read may be sent back; it is computed anew in any case
            return;
        }
        try {
            var value = FieldValues.accept(field, raw, before);
            if (value != null) {
                if (field.type().isLink() && !value.equals(before)) {
                    checkLinks(field, value);
                }
                kept.put(field.code(), value);
            }
        } catch (FieldValues.Wrong e) {
            checks.holds(false, field.name(), e.code, e.arguments);
        }
    }

    private void checkLinks(FieldDefinition field, Object value) {
        var target = all.target(field.target());
        for (var key : value instanceof Collection<?> several ? several : List.of(value)) {
            checks.holds(
                    target.isPresent() && target.get().label(key).isPresent(), field.name(), "unknown-reference", key);
        }
    }

    /** Conditions, dependent options, what is required and unique. */
    private void apply() {
        for (var each : fields) {
            var field = each.definition();
            var before = context.before().get(field.code());
            if (field.type() == FieldType.SEPARATOR || field.type() == FieldType.COMPUTED) {
                continue;
            }
            var state = CustomFields.state(field, CustomFields.facts(context, kept));
            if (!state.visible()) {
                put(kept, field.code(), "CLEAR".equals(field.whenHidden()) ? null : before);
                continue;
            }
            if (state.readOnly()) {
                checks.holds(same(before, kept.get(field.code())), field.name(), "read-only");
                put(kept, field.code(), before);
                continue;
            }
            var value = kept.get(field.code());
            checks.holds(!state.required() || value != null, field.name(), "required");
            if (value != null && field.type() == FieldType.DEPENDENT_SELECT) {
                checks.holds(
                        Objects.equals(field.option(value).parent(), kept.get(field.dependsOn())),
                        field.name(),
                        "unknown-value",
                        value);
            }
            if (value != null && field.unique() && !same(before, value)) {
                checks.holds(!isTaken(field, value), field.name(), "already-used", FieldValues.text(value));
            }
        }
    }

    private static boolean same(Object one, Object other) {
        return FieldValues.text(one).equals(FieldValues.text(other));
    }

    private static void put(Map<String, Object> values, String code, Object value) {
        if (value == null) {
            values.remove(code);
        } else {
            values.put(code, value);
        }
    }

    private boolean isTaken(FieldDefinition field, Object value) {
        var owner = all.owner(field.object());
        return db.call(handle -> {
            // two savings of the same value at once: the second waits here, then sees the first
            handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                    "custom." + field.code() + ':' + FieldValues.text(value));
            return handle.createQuery("select exists (select 1 from " + owner.table()
                            + " where custom @> cast(:value as jsonb) and id <> :id)")
                    .bind("value", FieldJson.write(Map.of(field.code(), value)))
                    .bind("id", context.id() == null ? -1 : context.id())
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    /** Sets the computed fields; one made of another computed field sees it when it stands before. */
    static void compute(List<CustomField> fields, Map<String, Object> values) {
        for (var field : fields) {
            if (field.type() == FieldType.COMPUTED) {
                put(
                        values,
                        field.code(),
                        Formula.parse(field.definition().formula()).evaluate(values));
            }
        }
    }
}
