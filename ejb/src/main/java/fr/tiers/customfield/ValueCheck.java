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
    private final List<CustomField> ever;
    private final List<CustomField> fields;
    private final Context context;
    private final Checks checks;
    private final Map<String, Object> kept = new LinkedHashMap<>();

    /** @param ever the object's fields, those out of use among them */
    ValueCheck(Db db, CustomFields all, List<CustomField> ever, Context context, Checks checks) {
        this.db = db;
        this.all = all;
        this.ever = ever;
        this.fields = ever.stream().filter(CustomField::isInUse).toList();
        this.context = context;
        this.checks = checks;
    }

    /** @return what is to be kept, computed fields included */
    Map<String, Object> check(Map<String, Object> given) {
        var wanted = given == null ? Map.<String, Object>of() : given;
        context.before().forEach((code, value) -> {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                kept.put(code, value);
            }
        });
        wanted.forEach((code, raw) -> {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                refuseChange(code, raw);
            }
        });
        for (var field : fields) {
            if (field.concealed()) {
                keep(field.definition());
                checks.holds(
                        !wanted.containsKey(field.code()), field.definition().name(), "unknown-field");
            } else {
                accept(field.definition(), wanted.get(field.code()));
            }
        }
        return apply();
    }

    /** A field that is not, or no longer, in use keeps what it has: an open form may send that back. */
    private void refuseChange(String code, Object raw) {
        var before = context.before().get(code);
        var known = ever.stream().filter(field -> field.code().equals(code)).findFirst();
        boolean same = Objects.equals(before, raw);
        try {
            same = same
                    || known.isPresent()
                            && same(before, FieldValues.accept(known.get().definition(), raw, before));
        } catch (FieldValues.Wrong e) {
            same = false;
        }
        boolean told = known.isPresent() && !known.get().concealed();
        checks.holds(same, FieldFilter.PREFIX + code, told ? "field-inactive" : "unknown-field");
    }

    /** What the caller does not see stays as it is, and starts as it always starts. */
    private void keep(FieldDefinition field) {
        var before = context.before().get(field.code());
        boolean starts = before == null && context.id() == null;
        FieldStates.put(kept, field.code(), starts ? FieldValues.start(field) : before);
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
                if ((field.type().isLink() || field.type().isFile()) && !value.equals(before)) {
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
                    target.isPresent() && target.get().fits(field.type(), key, context.id()),
                    field.name(),
                    "unknown-reference",
                    key);
        }
    }

    /** Conditions, dependent options, what is required and unique. */
    private Map<String, Object> apply() {
        var decided = FieldStates.of(fields, context, kept);
        for (var each : fields) {
            var state = decided.state(each.code());
            if (!each.type().stores() || !state.visible() || each.concealed()) {
                continue;
            }
            var field = each.definition();
            var value = kept.get(field.code());
            if (state.readOnly()) {
                boolean unsaid = value == null && context.id() == null;
                checks.holds(
                        unsaid || same(decided.values().get(field.code()), value),
                        field.name(),
                        each.locked() ? "field-locked" : "read-only");
            } else {
                // a file is kept on the tier, so there must be one first
                boolean early = field.type().isFile() && context.id() == null;
                checks.holds(!state.required() || value != null || early, field.name(), "required");
                if (value != null) {
                    fits(field, value, decided.values());
                }
            }
        }
        return decided.values();
    }

    private void fits(FieldDefinition field, Object value, Map<String, Object> values) {
        if (field.type() == FieldType.DEPENDENT_SELECT) {
            var option = field.option(value);
            checks.holds(
                    option == null || Objects.equals(option.parent(), values.get(field.dependsOn())),
                    field.name(),
                    "unknown-value",
                    value);
        }
        if (field.unique() && !same(context.before().get(field.code()), value)) {
            checks.holds(!isTaken(field, value), field.name(), "already-used", FieldValues.text(value));
        }
    }

    private static boolean same(Object one, Object other) {
        return FieldValues.text(one).equals(FieldValues.text(other));
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
}
