package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldSql;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.shell.web.Functions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The custom fields of one kind of object in its list: columns, and conditions of the panel. A bean of each list extends it. */
public abstract class FieldScope {

    private final FieldWords words;
    private final String object;

    protected FieldScope(FieldWords words, String object) {
        this.words = words;
        this.object = object;
    }

    private List<FieldDefinition> fields(Predicate<FieldDefinition> which) {
        return words.all(object).stream()
                .map(CustomField::definition)
                .filter(which)
                .toList();
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
    public boolean isReadable(List<FieldFilter> conditions) {
        try {
            for (var condition : conditions) {
                var field = fields(each -> each.code().equals(condition.code())).get(0);
                FieldSql.where(field, condition, "t", "x");
            }
            return true;
        } catch (BusinessException e) {
            return false;
        }
    }

    /** The parameters that ask for fields one can filter by, of those given. */
    public List<String> parameters(Set<String> given) {
        var known = getFilterableCodes();
        return given.stream()
                .filter(FieldFilter::isName)
                .filter(name -> known.contains(parsed(name, List.of()).code()))
                .sorted()
                .toList();
    }

    /** Whether a value of such a parameter can be understood. */
    public boolean isReadable(String name, String value) {
        return isReadable(List.of(parsed(name, List.of(value))));
    }

    /** The conditions about custom fields among the parameters of a list. */
    public static List<FieldFilter> conditions(Map<String, String> query) {
        return query.entrySet().stream()
                .filter(entry -> FieldFilter.isName(entry.getKey()))
                .map(entry -> parsed(entry.getKey(), List.of(entry.getValue())))
                .toList();
    }

    /** Whether a column of this name can be sorted by: a custom one, or one of the list's own. */
    public boolean isSortable(String name) {
        return FieldFilter.sorted(name).map(getSortableCodes()::contains).orElse("name".equals(name));
    }

    private static FieldFilter parsed(String name, List<String> values) {
        return FieldFilter.parse(Map.of(name, values)).get(0);
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
        var filter = parsed(name, List.of(value));
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
