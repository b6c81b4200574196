package fr.tiers.customfield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rights of fields come to: what a computed field is made of, it tells. */
final class FieldViewers {

    /**
     * @param viewers null for everybody
     * @param api whether REST has it
     */
    record Effective(List<String> viewers, boolean api) {

        private static Effective of(FieldDefinition field) {
            return new Effective(field.visibleTo().isEmpty() ? null : field.visibleTo(), field.api());
        }

        private Effective and(Effective other) {
            if (viewers == null || other.viewers == null) {
                return new Effective(viewers == null ? other.viewers : viewers, api && other.api);
            }
            return new Effective(
                    viewers.stream().filter(other.viewers::contains).toList(), api && other.api);
        }
    }

    private FieldViewers() {}

    /** By code. */
    static Map<String, Effective> of(List<FieldDefinition> fields) {
        var byCode = fields.stream().collect(Collectors.toMap(FieldDefinition::code, field -> field));
        var found = new LinkedHashMap<String, Effective>();
        fields.forEach(field -> found.put(field.code(), effective(field, byCode)));
        return found;
    }

    private static Effective effective(FieldDefinition field, Map<String, FieldDefinition> byCode) {
        var rights = Effective.of(field);
        // by whatever way: a computed field may be made of computed ones
        var open = new ArrayList<>(parts(field));
        for (int i = 0; i < open.size(); i++) {
            var part = byCode.get(open.get(i));
            if (part != null) {
                rights = rights.and(Effective.of(part));
                parts(part).stream().filter(code -> !open.contains(code)).forEach(open::add);
            }
        }
        return rights;
    }

    private static List<String> parts(FieldDefinition field) {
        return field.type() == FieldType.COMPUTED
                ? List.copyOf(Formula.parse(field.formula()).codes())
                : List.of();
    }
}
