package fr.tiers.customfield;

import fr.tiers.customfield.CustomFields.Context;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What the open form shows is what the save checks, for any rules and anything typed. */
class FieldStatesTest {

    private static final List<FieldType> TYPES = List.of(
            FieldType.STRING,
            FieldType.INTEGER,
            FieldType.DECIMAL,
            FieldType.AMOUNT,
            FieldType.BOOLEAN,
            FieldType.SELECT,
            FieldType.MULTI_SELECT,
            FieldType.DATE);
    private static final List<String> TYPED =
            List.of("", "A", "B", "1", "01", " 2 ", "2,5", "2.50", "-3", "true", "false", "2026-11-22", "été", "1 000");

    @Property(tries = 3_000)
    void theFormShowsWhatTheSaveChecks(@ForAll long seed) {
        var random = new Random(seed);
        var fields = fields(random);
        var before = kept(fields, typed(fields, random));
        var facts = Map.<String, Object>of(
                "types", List.of(pick(List.of("CUSTOMER", "PROSPECT"), random)), "kind", "COMPANY");
        var context = new Context(random.nextBoolean() ? 1L : null, facts, before);
        var typed = typed(fields, random);

        var shown = FieldStates.ofTyped(fields, context, typed);
        var checks = new Checks();
        var saved = new ValueCheck(null, null, fields, context, checks).check(typed);

        assertThat(saved).isEqualTo(shown.values());
        assertThat(named(checks.violations(), "required"))
                .isEqualTo(fields.stream()
                        .map(CustomField::code)
                        .filter(code -> shown.state(code).visible()
                                && !shown.state(code).readOnly()
                                && shown.state(code).required()
                                && !kept(fields, typed).containsKey(code))
                        .collect(Collectors.toCollection(TreeSet::new)));
        // nothing is decided by what is not kept
        fields.forEach(field -> assertThat(shown.state(field.code()))
                .isEqualTo(FieldStates.state(field.definition(), CustomFields.facts(context, saved))));
    }

    private static Set<String> named(List<Violation> violations, String code) {
        return violations.stream()
                .filter(violation -> violation.code().equals(code))
                .map(violation -> violation.field().substring(FieldFilter.PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each looks only at those made before it, and stands anywhere among them. */
    private static List<CustomField> fields(Random random) {
        var fields = new ArrayList<CustomField>();
        for (int i = 0; i < 6; i++) {
            var parts = new TreeMap<String, Object>();
            parts.put("code", "f" + i);
            parts.put("labelFr", "F" + i);
            parts.put("type", pick(TYPES, random));
            parts.put("whenHidden", pick(List.of("KEEP", "CLEAR"), random));
            parts.put("required", random.nextInt(4) == 0);
            parts.put(
                    "options",
                    List.of(Map.of("code", "A"), Map.of("code", "B"), Map.of("code", "1"), Map.of("code", "true")));
            for (var rule : List.of("visible", "requiredWhen", "readOnlyWhen")) {
                if (random.nextInt(2) == 0) {
                    parts.put(rule, condition(random, i, 3));
                }
            }
            fields.add(
                    random.nextInt(fields.size() + 1),
                    new CustomField(i, 0, FieldJson.definition(FieldJson.write(parts)), null, "NONE", false, false));
        }
        return fields;
    }

    private static Condition condition(Random random, int below, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            var parts = List.of(condition(random, below, depth - 1), condition(random, below, depth - 1));
            return random.nextBoolean() ? Condition.all(parts) : Condition.any(parts);
        }
        var field = below == 0 || random.nextInt(4) == 0
                ? pick(List.of("types", "kind"), random)
                : "custom.f" + random.nextInt(below);
        var op = pick(Condition.OPERATORS, random);
        Object value = op.equals("IN")
                ? List.of(pick(TYPED, random), pick(TYPED, random))
                : op.endsWith("EMPTY") ? null : random.nextInt(4) == 0 ? "CUSTOMER" : pick(TYPED, random);
        return Condition.of(field, op, value);
    }

    private static Map<String, Object> typed(List<CustomField> fields, Random random) {
        var typed = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var text = pick(TYPED, random);
            typed.put(
                    field.code(),
                    switch (field.type()) {
                        case AMOUNT -> Map.of("amount", text, "currency", "EUR");
                        case MULTI_SELECT -> List.of("A", text);
                        default -> text;
                    });
        }
        return typed;
    }

    private static Map<String, Object> kept(List<CustomField> fields, Map<String, Object> typed) {
        var kept = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            try {
                FieldStates.put(
                        kept, field.code(), FieldValues.accept(field.definition(), typed.get(field.code()), null));
            } catch (FieldValues.Wrong e) {
                continue;
            }
        }
        return kept;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
