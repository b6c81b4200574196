package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldSql;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The custom fields in the list of tiers: columns, and conditions of the panel. */
@Named("fieldList")
@RequestScoped
public class FieldList {

    private final FieldWords words;

    protected FieldList() {
        this(null);
    }

    @Inject
    public FieldList(FieldWords words) {
        this.words = words;
    }

    private List<FieldDefinition> fields(Predicate<FieldDefinition> which) {
        return words.all().stream().map(CustomField::definition).filter(which).toList();
    }

    public List<FieldDefinition> getColumns() {
        return fields(FieldDefinition::listed);
    }

    public List<FieldDefinition> getFilterable() {
        return fields(field -> field.filterable() && !kind(field).isEmpty());
    }

    public Set<String> getFilterableCodes() {
        return codes(fields(FieldDefinition::filterable));
    }

    public Set<String> getSortableCodes() {
        return codes(fields(field -> field.listed() && field.type().isSortable()));
    }

    private static Set<String> codes(List<FieldDefinition> fields) {
        return fields.stream().map(FieldDefinition::code).collect(Collectors.toSet());
    }

    /** Whether every condition about a custom field can be understood. */
    public boolean isReadable(TierFilter filter) {
        try {
            for (var condition : filter.custom()) {
                var field = fields(each -> each.code().equals(condition.code())).get(0);
                FieldSql.where(field, condition, "t", "x");
            }
            return true;
        } catch (BusinessException e) {
            return false;
        }
    }

    /** How the panel asks: contains, range, choice, only whether there is a value, or nothing at all. */
    public String kind(FieldDefinition field) {
        var type = field.type();
        return type.isText()
                ? "contains"
                : type.hasRange()
                        ? "range"
                        : type.hasOptions() || type == FieldType.BOOLEAN
                                ? "choice"
                                : type == FieldType.SEPARATOR ? "" : "presence";
    }

    public List<FieldPick> choices(FieldDefinition field) {
        return field.type().hasOptions()
                ? field.options().stream()
                        .map(option -> new FieldPick(option.code(), option.label(FieldWords.language())))
                        .toList()
                : List.of(
                        new FieldPick("true", Functions.text("tier.yes")),
                        new FieldPick("false", Functions.text("tier.no")));
    }

    public String label(FieldDefinition field) {
        return field.label(FieldWords.language());
    }

    public String text(FieldDefinition field, Map<String, Object> values) {
        return words.text(field, values.get(field.code()));
    }

    /** The words of a chip. */
    public String condition(String name, String value) {
        var filter = FieldFilter.parse(Map.of(name, List.of(value))).get(0);
        var field = fields(each -> each.code().equals(filter.code())).get(0);
        if (filter.op() == FieldFilter.Op.EMPTY) {
            return Functions.text2(
                    "tier.filter.chip", label(field), Functions.text("customfield.filter.empty." + value));
        }
        var shown = filter.op() == FieldFilter.Op.EQ && kind(field).equals("choice")
                ? choices(field).stream()
                        .filter(choice -> choice.key().equals(value))
                        .map(FieldPick::label)
                        .findFirst()
                        .orElse(value)
                : value;
        var sign =
                switch (filter.op()) {
                    case MIN -> "≥ ";
                    case MAX -> "≤ ";
                    default -> "";
                };
        return Functions.text2("tier.filter.chip", label(field), sign + shown);
    }
}
