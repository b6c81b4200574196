package fr.tiers.customfield;

import fr.tiers.customfield.CustomFields.Context;
import fr.tiers.customfield.CustomFields.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the conditions of all fields of an object say together: the one evaluation that the save and the open form share. A field is
 * decided after those its conditions look at, because what a hidden field holds is not what was typed; in a circle the order of the
 * fields counts.
 */
public final class FieldStates {

    private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    private final Set<String> locked = new HashSet<>();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Object> values;
    private final Context context;

    private FieldStates(List<CustomField> all, Context context, Map<String, Object> values) {
        all.forEach(field -> fields.put(field.code(), field.definition()));
        all.stream().filter(CustomField::locked).forEach(field -> locked.add(field.code()));
        this.context = context;
        this.values = new LinkedHashMap<>(values);
    }

    /** @param values as they are kept, without what is wrong */
    static FieldStates of(List<CustomField> fields, Context context, Map<String, Object> values) {
        var decided = new FieldStates(fields, context, values);
        Formula.compute(fields, decided.values);
        decided.fields.keySet().forEach(decided::decide);
        Formula.compute(fields, decided.values);
        return decided;
    }

    /**
     * The same for values as they were typed.
     *
     * @param typed what cannot be read counts as nothing, as it cannot be saved
     */
    public static FieldStates ofTyped(List<CustomField> fields, Context context, Map<String, Object> typed) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            try {
                var value = field.type() == FieldType.COMPUTED || field.type() == FieldType.SEPARATOR
                        ? null
                        : FieldValues.accept(
                                field.definition(),
                                typed.get(field.code()),
                                context.before().get(field.code()));
                put(values, field.code(), value);
            } catch (FieldValues.Wrong e) {
                // shown as empty to the conditions until it is put right
                continue;
            }
        }
        return of(fields, context, values);
    }

    public State state(String code) {
        return states.get(code);
    }

    /** What would be kept. */
    public Map<String, Object> values() {
        return values;
    }

    private void decide(String code) {
        var field = fields.get(code);
        if (field == null || states.containsKey(code)) {
            return;
        }
        // while it is under way: a circle finds it and goes no further
        states.put(code, new State(true, false, false));
        FieldDependencies.conditionFields(field).stream()
                .filter(name -> name.startsWith(FieldFilter.PREFIX))
                .sorted()
                .forEach(name -> decide(name.substring(FieldFilter.PREFIX.length())));
        var said = state(field, CustomFields.facts(context, values));
        var state = new State(said.visible(), said.required(), said.readOnly() || locked.contains(code));
        states.put(code, state);
        if (field.type().stores() && !(state.visible() && !state.readOnly())) {
            boolean cleared = !state.visible() && "CLEAR".equals(field.whenHidden());
            put(values, code, cleared ? null : before(field, state));
        }
    }

    /** A new object has nothing yet but what a read-only field starts with. */
    private Object before(FieldDefinition field, State state) {
        var before = context.before().get(field.code());
        return before == null && context.id() == null && state.visible() ? FieldValues.start(field) : before;
    }

    static State state(FieldDefinition field, Map<String, Object> facts) {
        boolean ofType = field.tierTypes().isEmpty()
                || !(facts.get("types") instanceof Collection<?> types)
                || types.stream().anyMatch(field.tierTypes()::contains);
        return new State(
                ofType && (field.visible() == null || field.visible().holds(facts)),
                field.required()
                        || field.requiredWhen() != null && field.requiredWhen().holds(facts),
                field.readOnlyWhen() != null && field.readOnlyWhen().holds(facts));
    }

    static void put(Map<String, Object> values, String code, Object value) {
        if (value == null) {
            values.remove(code);
        } else {
            values.put(code, value);
        }
    }
}
