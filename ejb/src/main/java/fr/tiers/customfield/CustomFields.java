package fr.tiers.customfield;

import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The custom fields of an object, and the check of values: one for REST, forms and imports. What a condition hides is not required; its
 * value is kept or emptied as the field says.
 */
@ApplicationScoped
public class CustomFields {

    private final Db db;
    private final FieldTable table;
    private final Instance<FieldOwner> owners;
    private final Instance<LinkTarget> targets;

    protected CustomFields() {
        this(null, null, null);
    }

    @Inject
    public CustomFields(Db db, @Any Instance<FieldOwner> owners, @Any Instance<LinkTarget> targets) {
        this.db = db;
        this.table = new FieldTable(db);
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
        return everIn(object).stream().filter(CustomField::isInUse).toList();
    }

    /**
     * The fields that an import reads or an export writes, in their order: the seam for both. Texts are put into values by
     * {@link #check}, values into texts by {@link #text}.
     */
    public List<CustomField> of(String object, FieldUse use) {
        return of(object).stream()
                .filter(field -> use.includes(field.definition()))
                .toList();
    }

    /** All fields of an object in their order, archived ones last. */
    public List<CustomField> everIn(String object) {
        // PostgreSQL takes no NUL, not even to look for it
        return object == null || object.indexOf('\0') >= 0 ? List.of() : table.everIn(object);
    }

    public Optional<CustomField> find(String object, String code) {
        return of(object).stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** What a new object starts with. */
    public Map<String, Object> defaults(String object) {
        var values = new LinkedHashMap<String, Object>();
        of(object).forEach(field -> FieldStates.put(values, field.code(), FieldValues.start(field.definition())));
        return values;
    }

    /**
     * Puts values into the form they are kept in and names everything wrong as {@code custom.<code>}.
     *
     * @param given by code; null or absent means empty
     * @return what is to be kept, computed fields included
     */
    public Map<String, Object> check(String object, Map<String, Object> given, Context context, Checks checks) {
        table.lockForValues();
        return new ValueCheck(db, this, everIn(object), context, checks).check(given);
    }

    /**
     * @param raw as it was typed
     * @return in the form it is kept in; as it was typed when it cannot be read, for the save to refuse it
     */
    public static Object tidy(FieldDefinition field, Object raw, Object before) {
        try {
            return FieldValues.accept(field, raw, before);
        } catch (FieldValues.Wrong e) {
            return raw;
        }
    }

    /** What the conditions of a field say. */
    public record State(boolean visible, boolean required, boolean readOnly) implements Serializable {}

    /** @param facts as {@link #facts} makes them */
    public static State state(FieldDefinition field, Map<String, Object> facts) {
        return FieldStates.state(field, facts);
    }

    /** What conditions look at: the object's own fields by name, custom values as {@code custom.<code>}. */
    public static Map<String, Object> facts(Context context, Map<String, Object> values) {
        var facts = new HashMap<>(context.facts());
        values.forEach((code, value) -> facts.put("custom." + code, value));
        return facts;
    }

    /** @return what one object keeps when another becomes part of it: its own values, and the other's where it has none */
    public Map<String, Object> joined(String object, Map<String, Object> own, Map<String, Object> other) {
        var joined = new LinkedHashMap<>(other);
        joined.putAll(own);
        Formula.compute(of(object), joined);
        return joined;
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

    FieldTable table() {
        return table;
    }

    FieldOwner owner(String object) {
        return owners().stream()
                .filter(owner -> owner.object().equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody answers for the custom fields of " + object));
    }
}
