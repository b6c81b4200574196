package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFieldService;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldType;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.web.TierLabels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What conditions can look at, and the values to choose from where they are known. */
@Named("conditionFacts")
@RequestScoped
public class ConditionFacts {

    private final CustomFieldService fields;
    private final TierLabels labels;
    private List<CustomField> known;

    protected ConditionFacts() {
        this(null, null);
    }

    @Inject
    public ConditionFacts(CustomFieldService fields, TierLabels labels) {
        this.fields = fields;
        this.labels = labels;
    }

    private List<CustomField> known(String object) {
        if (known == null) {
            known = fields.list(object).stream()
                    .filter(field -> !field.isArchived() && field.type() != FieldType.SEPARATOR)
                    .toList();
        }
        return known;
    }

    /** @param code of the field that has the condition: it cannot look at itself */
    public List<FieldPick> of(String object, String code) {
        var facts = new ArrayList<FieldPick>();
        known(object).stream()
                .filter(field -> !field.code().equals(code))
                .forEach(field -> facts.add(new FieldPick(
                        field.definition().name(), field.definition().label(FieldWords.language()))));
        fields.facts(object).stream()
                .sorted()
                .forEach(name -> facts.add(
                        new FieldPick(name, Functions.text(object.toLowerCase(Locale.ROOT) + ".field." + name))));
        return facts;
    }

    /** @return empty when anything may be typed */
    public List<FieldPick> values(String object, String name) {
        if (name == null) {
            return List.of();
        }
        return switch (TierFieldOwner.OBJECT.equals(object) || name.startsWith(FieldFilter.PREFIX) ? name : "") {
            case "types" -> labels.getActiveTypes().stream()
                    .map(type -> new FieldPick(type.code(), labels.typeLabel(type.code())))
                    .toList();
            case "kind" -> named("tier.kind.", "COMPANY", "INDIVIDUAL", "HOUSEHOLD");
            case "status" -> named("tier.status.", "ACTIVE", "CLOSED");
            case "blocked", "underWatch" -> truth();
            default -> known(object).stream()
                    .filter(field -> field.definition().name().equals(name))
                    .findFirst()
                    .map(ConditionFacts::options)
                    .orElse(List.of());
        };
    }

    private static List<FieldPick> options(CustomField field) {
        return field.type() == FieldType.BOOLEAN
                ? truth()
                : field.definition().options().stream()
                        .map(option -> new FieldPick(option.code(), option.label(FieldWords.language())))
                        .toList();
    }

    private static List<FieldPick> truth() {
        return List.of(
                new FieldPick("true", Functions.text("tier.yes")), new FieldPick("false", Functions.text("tier.no")));
    }

    private static List<FieldPick> named(String prefix, String... codes) {
        return Stream.of(codes)
                .map(code -> new FieldPick(code, Functions.text(prefix + code)))
                .toList();
    }
}
