package fr.tiers.customfield;

import fr.tiers.access.Role;
import fr.tiers.kernel.Checks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a definition must fulfil, so that no value can ever meet a rule that makes no sense. */
final class DefinitionRules {

    /** Parts of a form; only that of a tier has several. */
    private static final Set<String> BLOCKS = Set.of("CUSTOM", "IDENTITY", "CONTACT", "ADDRESS", "ORGANISATION");

    private static final Set<String> ONE_BLOCK = Set.of("CUSTOM");

    /** Objects that have types. */
    private static final Set<String> TYPED = Set.of("TIER", "EVENT");

    private static final int MAX_OPTIONS = 5_000;

    /** Words of our formulas and of the expression language, by which lists name their columns. */
    private static final Set<String> RESERVED = Set.of(
            "round",
            "true",
            "false",
            "null",
            "instanceof",
            "empty",
            "not",
            "and",
            "or",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge");

    private DefinitionRules() {}

    /**
     * @param others the other fields of the object
     * @param facts names of the object's own fields
     */
    static void check(FieldDefinition field, List<FieldDefinition> others, Set<String> facts, Set<String> targets) {
        var checks = new Checks()
                .required("type", field.type())
                .holds(
                        field.code() != null
                                && field.code().matches("[a-z][A-Za-z0-9_]{1,39}")
                                && !RESERVED.contains(field.code()),
                        "code",
                        "field-code-shape")
                .required("labelFr", Checks.trim(field.labelFr()))
                .text("labelFr", field.labelFr(), 100)
                .text("labelEn", field.labelEn(), 100)
                .text("helpFr", field.helpFr(), 500)
                .text("helpEn", field.helpEn(), 500)
                .text("group", field.group(), 100)
                .oneOf("block", field.block(), "TIER".equals(field.object()) ? BLOCKS : ONE_BLOCK)
                .oneOf("width", field.width(), Set.of("HALF", "FULL"))
                .oneOf("whenHidden", field.whenHidden(), Set.of("KEEP", "CLEAR"))
                .holds(field.position() >= 0 && field.position() <= 100_000, "position", "out-of-range", 0, 100_000)
                .holds(field.tierTypes().isEmpty() || TYPED.contains(field.object()), "tierTypes", "not-for-object")
                .holds(areRoles(field.visibleTo()), "visibleTo", "unknown-value", "…")
                .holds(areRoles(field.editableBy()), "editableBy", "unknown-value", "…")
                .holds(
                        field.tierTypes().stream().allMatch(code -> code.length() <= 40 && code.indexOf('\0') < 0),
                        "tierTypes",
                        "unknown-value",
                        "…");
        if (field.type() == null || field.code() == null) {
            checks.refuse();
        }
        limits(field, checks);
        options(field, others, checks);
        computed(field, others, checks);
        conditions(field, others, facts, checks);
        if (field.type().isLink()) {
            checks.required("target", field.target()).oneOf("target", field.target(), targets);
        }
        checks.refuse();
        start(field, checks);
        checks.refuse();
    }

    private static boolean areRoles(List<String> names) {
        return names.stream()
                .allMatch(name -> Stream.of(Role.values()).map(Role::name).anyMatch(name::equals));
    }

    private static void limits(FieldDefinition field, Checks checks) {
        boolean limited = field.type().isNumber() || field.type().isText();
        checks.holds(limited || field.min() == null && field.max() == null, "min", "not-for-type")
                .holds(
                        field.min() == null || field.min().abs().compareTo(new java.math.BigDecimal("1e18")) < 0,
                        "min",
                        "too-large")
                .holds(
                        field.max() == null || field.max().abs().compareTo(new java.math.BigDecimal("1e18")) < 0,
                        "max",
                        "too-large")
                .holds(
                        field.min() == null
                                || field.max() == null
                                || field.min().compareTo(field.max()) <= 0,
                        "max",
                        "before-start")
                .holds(
                        field.pattern() == null || field.type().isText() && Patterns.isPattern(field.pattern()),
                        "pattern",
                        "pattern-shape")
                .holds(
                        field.type() != FieldType.RATING
                                || field.max() == null
                                || field.max().intValue() >= 1 && field.max().intValue() <= 10,
                        "max",
                        "out-of-range",
                        1,
                        10);
        boolean stores = field.type() != FieldType.COMPUTED && field.type() != FieldType.SEPARATOR;
        // a file is kept among the documents of a tier
        checks.holds(!field.type().isFile() || "TIER".equals(field.object()), "type", "unknown-value", field.type());
        checks.holds(!field.type().isFile() || field.defaultValue() == null, "defaultValue", "not-for-type");
        checks.holds(stores || !field.required(), "required", "not-for-type")
                .holds(
                        !field.unique()
                                || stores
                                        && !field.type().isFile()
                                        && field.type() != FieldType.HTML
                                        && !field.type().isSeveral()
                                        && field.type() != FieldType.BOOLEAN,
                        "unique",
                        "not-for-type");
    }

    private static void options(FieldDefinition field, List<FieldDefinition> others, Checks checks) {
        if (!field.type().hasOptions()) {
            checks.holds(field.options().isEmpty(), "options", "not-for-type");
            return;
        }
        var codes = new HashSet<String>();
        checks.holds(!field.options().isEmpty(), "options", "required")
                .holds(field.options().size() <= MAX_OPTIONS, "options", "too-many", MAX_OPTIONS);
        for (var option : field.options()) {
            boolean shaped = option.code() != null && option.code().matches("[\\p{L}\\p{N}_.-]{1,60}");
            checks.holds(shaped, "options", "option-code-shape", option.code())
                    .holds(!shaped || codes.add(option.code()), "options", "already-used", option.code())
                    .text("options", option.labelFr(), 200)
                    .text("options", option.labelEn(), 200);
        }
        if (field.type() == FieldType.DEPENDENT_SELECT) {
            var above = others.stream()
                    .filter(other -> other.code().equals(field.dependsOn())
                            && other.type().hasOptions())
                    .findFirst();
            checks.holds(above.isPresent(), "dependsOn", "unknown-reference", field.dependsOn());
            above.ifPresent(other -> field.options()
                    .forEach(option -> checks.holds(
                            other.option(option.parent()) != null, "options", "unknown-reference", option.parent())));
        }
    }

    private static void computed(FieldDefinition field, List<FieldDefinition> others, Checks checks) {
        if (field.type() != FieldType.COMPUTED) {
            checks.holds(field.formula() == null, "formula", "not-for-type");
            return;
        }
        try {
            var known = others.stream().map(FieldDefinition::code).collect(Collectors.toSet());
            Formula.parse(field.formula()).codes().stream()
                    .filter(code -> !known.contains(code))
                    .forEach(code -> checks.holds(false, "formula", "unknown-reference", code));
        } catch (Formula.Malformed e) {
            checks.holds(false, "formula", "formula-shape", e.getMessage());
        }
    }

    private static void conditions(
            FieldDefinition field, List<FieldDefinition> others, Set<String> facts, Checks checks) {
        var known = new HashSet<>(facts);
        others.forEach(other -> known.add(other.name()));
        checks.holds(field.visible() == null || field.visible().isSound(known), "visible", "condition-shape")
                .holds(
                        field.requiredWhen() == null || field.requiredWhen().isSound(known),
                        "requiredWhen",
                        "condition-shape")
                .holds(
                        field.readOnlyWhen() == null || field.readOnlyWhen().isSound(known),
                        "readOnlyWhen",
                        "condition-shape");
    }

    private static void start(FieldDefinition field, Checks checks) {
        try {
            FieldValues.accept(field, field.defaultValue(), null);
        } catch (FieldValues.Wrong e) {
            checks.holds(false, "defaultValue", e.code, e.arguments);
        }
    }
}
