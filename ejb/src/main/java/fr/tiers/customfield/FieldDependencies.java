package fr.tiers.customfield;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Which fields need which: by a formula, a dependent choice or a condition. */
final class FieldDependencies {

    private FieldDependencies() {}

    /** Fields that would be left without the one they are made of or depend on. */
    static List<Violation> dependants(String code, List<FieldDefinition> others) {
        return others.stream()
                .filter(other -> code.equals(other.dependsOn())
                        || other.type() == FieldType.COMPUTED
                                && Formula.parse(other.formula()).codes().contains(code)
                        || conditionFields(other).contains("custom." + code))
                .map(other -> new Violation("code", "field-needed", other.code()))
                .toList();
    }

    static Set<String> conditionFields(FieldDefinition field) {
        var found = new HashSet<String>();
        for (var condition : new Condition[] {field.visible(), field.requiredWhen(), field.readOnlyWhen()}) {
            if (condition != null) {
                found.addAll(condition.fields());
            }
        }
        return found;
    }

    /** A computed field must not be made of itself, by whatever way. */
    static void refuseCircle(FieldDefinition wanted, List<FieldDefinition> others) {
        if (wanted.type() != FieldType.COMPUTED) {
            return;
        }
        var parts = new LinkedHashMap<String, Set<String>>();
        others.stream()
                .filter(other -> other.type() == FieldType.COMPUTED)
                .forEach(other ->
                        parts.put(other.code(), Formula.parse(other.formula()).codes()));
        var open = new ArrayList<>(Formula.parse(wanted.formula()).codes());
        for (int i = 0; i < open.size() && i < CustomFieldService.MAX_FIELDS * 2; i++) {
            if (open.get(i).equals(wanted.code())) {
                throw BusinessException.invalid("formula", "formula-circle");
            }
            parts.getOrDefault(open.get(i), Set.of()).stream()
                    .filter(code -> !open.contains(code))
                    .forEach(open::add);
        }
    }
}
