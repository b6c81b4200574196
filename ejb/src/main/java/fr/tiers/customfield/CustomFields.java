package fr.tiers.customfield;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The custom fields of an object, and the check of values: one for REST, forms and imports. What a condition hides is not required; its
 * value is kept or emptied as the field says.
 */
@ApplicationScoped
public class CustomFields {

    private final Db db;
    private final Instance<FieldOwner> owners;
    private final Instance<LinkTarget> targets;

    protected CustomFields() {
        this(null, null, null);
    }

    @Inject
    public CustomFields(Db db, @Any Instance<FieldOwner> owners, @Any Instance<LinkTarget> targets) {
        this.db = db;
        this.owners = owners;
        this.targets = targets;
    }

    /**
     * What the check has to know besides the values.
     *
     * @param id of the object; null for a new one
     * @param facts the object's own fields, for conditions; {@code types} are its types
     * @param before the custom values as they stand
     */
    public record Context(Long id, Map<String, Object> facts, Map<String, Object> before) {}

    /** Active fields in their order, archived ones left out. */
    public List<CustomField> of(String object) {
        return everIn(object).stream()
                .filter(field -> field.definition().active() && !field.isArchived())
                .toList();
    }

    /** All fields of an object in their order, archived ones last. */
    public List<CustomField> everIn(String object) {
        return db.call(handle -> handle.createQuery(
                        "select * from custom_field where object = :object order by archived_at is not null, position, code")
                .bind("object", object)
                .map((row, context) -> map(row))
                .list());
    }

    public Optional<CustomField> find(String object, String code) {
        return of(object).stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** What a new object starts with. */
    public Map<String, Object> defaults(String object) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : of(object)) {
            if (field.definition().defaultValue() != null) {
                try {
                    values.put(
                            field.code(),
                            FieldValues.accept(
                                    field.definition(), field.definition().defaultValue(), null));
                } catch (FieldValues.Wrong e) {
                    // the options or limits have changed since: no default then
                    continue;
                }
            }
        }
        return values;
    }

    /**
     * Puts values into the form they are kept in and names everything wrong as {@code custom.<code>}.
     *
     * @param given by code; null or absent means empty
     * @return what is to be kept, computed fields included
     */
    public Map<String, Object> check(String object, Map<String, Object> given, Context context, Checks checks) {
        var fields = of(object);
        var wanted = given == null ? Map.<String, Object>of() : given;
        wanted.keySet().stream()
                .filter(code -> fields.stream().noneMatch(field -> field.code().equals(code)))
                // an inactive field keeps what it has
                .filter(code -> !Objects.equals(context.before().get(code), wanted.get(code)))
                .forEach(code -> checks.holds(false, "custom." + code, "unknown-field"));
        var kept = new LinkedHashMap<String, Object>();
        context.before().forEach((code, value) -> {
            if (fields.stream().noneMatch(field -> field.code().equals(code))) {
                kept.put(code, value);
            }
        });
        for (var field : fields) {
            accept(field.definition(), wanted.get(field.code()), context, kept, checks);
        }
        apply(fields, context, kept, checks);
        compute(fields, kept);
        return kept;
    }

    private void accept(FieldDefinition field, Object raw, Context context, Map<String, Object> kept, Checks checks) {
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
                    checkLinks(field, value, checks);
                }
                kept.put(field.code(), value);
            }
        } catch (FieldValues.Wrong e) {
            checks.holds(false, field.name(), e.code, e.arguments);
        }
    }

    private void checkLinks(FieldDefinition field, Object value, Checks checks) {
        var target = target(field.target());
        for (var key : value instanceof Collection<?> several ? several : List.of(value)) {
            checks.holds(
                    target.isPresent() && target.get().label(key).isPresent(), field.name(), "unknown-reference", key);
        }
    }

    /** Conditions, dependent options, what is required and unique. */
    private void apply(List<CustomField> fields, Context context, Map<String, Object> kept, Checks checks) {
        for (var each : fields) {
            var field = each.definition();
            var before = context.before().get(field.code());
            if (field.type() == FieldType.SEPARATOR || field.type() == FieldType.COMPUTED) {
                continue;
            }
            var state = state(field, facts(context, kept));
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
                checks.holds(
                        !isTaken(field, value, context.id()), field.name(), "already-used", FieldValues.text(value));
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

    /** What the conditions of a field say. */
    public record State(boolean visible, boolean required, boolean readOnly) implements Serializable {}

    /** @param facts as {@link #facts} makes them */
    public static State state(FieldDefinition field, Map<String, Object> facts) {
        boolean ofType = field.tierTypes().isEmpty()
                || !(facts.get("types") instanceof Collection<?> types)
                || types.stream().anyMatch(field.tierTypes()::contains);
        boolean visible = ofType && (field.visible() == null || field.visible().holds(facts));
        return new State(
                visible,
                field.required()
                        || field.requiredWhen() != null && field.requiredWhen().holds(facts),
                field.readOnlyWhen() != null && field.readOnlyWhen().holds(facts));
    }

    /** What conditions look at: the object's own fields by name, custom values as {@code custom.<code>}. */
    public static Map<String, Object> facts(Context context, Map<String, Object> values) {
        var facts = new HashMap<>(context.facts());
        values.forEach((code, value) -> facts.put("custom." + code, value));
        return facts;
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

    /** @return what one object keeps when another becomes part of it: its own values, and the other's where it has none */
    public Map<String, Object> joined(String object, Map<String, Object> own, Map<String, Object> other) {
        var joined = new LinkedHashMap<>(other);
        joined.putAll(own);
        compute(of(object), joined);
        return joined;
    }

    private boolean isTaken(FieldDefinition field, Object value, Long id) {
        var owner = owner(field.object());
        return db.call(handle -> {
            // two savings of the same value at once: the second waits here, then sees the first
            handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                    "custom." + field.code() + ':' + FieldValues.text(value));
            return handle.createQuery("select exists (select 1 from " + owner.table()
                            + " where custom @> cast(:value as jsonb) and id <> :id)")
                    .bind("value", FieldJson.write(Map.of(field.code(), value)))
                    .bind("id", id == null ? -1 : id)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    /** What changed, by {@code custom.<code>}, for the history. */
    public static Map<String, String> texts(Map<String, Object> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((code, value) -> texts.put("custom." + code, FieldValues.text(value)));
        return texts;
    }

    /** @return a value as one line */
    public static String text(Object value) {
        return FieldValues.text(value);
    }

    /**
     * Values from the texts of the history, the way back of {@link #texts}.
     *
     * @param texts by {@code custom.<code>}; others are passed over
     */
    public Map<String, Object> parsed(String object, Map<String, String> texts) {
        var fields = everIn(object);
        var values = new LinkedHashMap<String, Object>();
        texts.forEach((name, text) -> {
            if (name.startsWith("custom.")) {
                var code = name.substring("custom.".length());
                var field =
                        fields.stream().filter(each -> each.code().equals(code)).findFirst();
                values.put(
                        code,
                        field.<Object>map(each -> FieldTexts.parsed(each.definition(), text))
                                .orElse(text));
            }
        });
        return values;
    }

    public Optional<LinkTarget> target(String name) {
        return links().stream().filter(target -> target.name().equals(name)).findFirst();
    }

    public List<LinkTarget> links() {
        return targets.stream().toList();
    }

    /** The objects that have custom fields. */
    public List<FieldOwner> owners() {
        return owners.stream().toList();
    }

    FieldOwner owner(String object) {
        return owners().stream()
                .filter(owner -> owner.object().equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody answers for the custom fields of " + object));
    }

    static CustomField map(ResultSet row) throws SQLException {
        return new CustomField(
                row.getLong("id"),
                row.getLong("version"),
                FieldJson.definition(row.getString("definition")),
                instant(row.getTimestamp("archived_at")),
                row.getString("index_state"));
    }

    private static java.time.Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
