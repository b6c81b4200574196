package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldOption;
import fr.tiers.customfield.FieldType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A definition as the administrator's form edits it. */
public class FieldDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String object;
    private String code;
    private FieldType type = FieldType.STRING;
    private String labelFr;
    private String labelEn;
    private String helpFr;
    private String helpEn;
    private String options;
    private String dependsOn;
    private String target = "TIER";
    private String formula;
    private String defaultValue;
    private BigDecimal min;
    private BigDecimal max;
    private String pattern;
    private boolean required;
    private boolean unique;
    private String group;
    private String block = "CUSTOM";
    private String width = "HALF";
    private int position = 100;
    private boolean listed;
    private boolean filterable;
    private boolean searchable;
    private boolean personal;
    private boolean importable = true;
    private boolean exportable = true;
    private ArrayList<String> tierTypes = new ArrayList<>();
    private ConditionDraft visible = new ConditionDraft("visible", null);
    private ConditionDraft requiredWhen = new ConditionDraft("requiredWhen", null);
    private ConditionDraft readOnlyWhen = new ConditionDraft("readOnlyWhen", null);
    private String whenHidden = "KEEP";
    private boolean active = true;

    /** One rule: comparisons of which all, or any, must hold. A nested one came over REST; it is shown and kept as it is. */
    public static class ConditionDraft implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final Condition nested;
        private String mode = "ALL";
        private final ArrayList<Row> rows = new ArrayList<>();

        ConditionDraft(String name, Condition condition) {
            this.name = name;
            var parts = condition == null
                    ? List.<Condition>of()
                    : condition.all() != null
                            ? condition.all()
                            : condition.any() != null ? condition.any() : List.of(condition);
            nested = parts.stream().anyMatch(part -> part.field() == null) ? condition : null;
            mode = condition != null && condition.any() != null ? "ANY" : "ALL";
            if (nested == null) {
                parts.forEach(part -> rows.add(new Row(part)));
            }
        }

        Condition condition() {
            if (nested != null) {
                return nested;
            }
            var parts = rows.stream().map(Row::condition).toList();
            return parts.isEmpty()
                    ? null
                    : "ANY".equals(mode)
                            ? new Condition(null, null, null, null, parts)
                            : new Condition(null, null, null, parts, null);
        }

        public void add() {
            rows.add(new Row(Condition.of(null, "EQ", null)));
        }

        public void drop(int row) {
            rows.remove(row);
        }

        public String getName() {
            return name;
        }

        public boolean isNested() {
            return nested != null;
        }

        public List<Row> getRows() {
            return rows;
        }

        public String getMode() {
            return mode;
        }

        public void setMode(String mode) {
            this.mode = mode;
        }
    }

    /** One comparison. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private String field;
        private String op;
        private String value;

        Row(Condition condition) {
            field = condition.field();
            op = condition.op();
            value = condition.value() instanceof List<?> several
                    ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    : condition.value() == null ? null : condition.value().toString();
        }

        private Condition condition() {
            Object wanted = "IN".equals(op) && value != null
                    ? List.of(value.split("\\s*,\\s*"))
                    : op.endsWith("EMPTY") ? null : value == null ? "" : value;
            return Condition.of(field, op, wanted);
        }

        public String getField() {
            return field;
        }

        public void setField(String field) {
            this.field = field;
        }

        public String getOp() {
            return op;
        }

        public void setOp(String op) {
            this.op = op;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }
    }

    FieldDraft(String object) {
        this.object = object;
    }

    static FieldDraft of(FieldDefinition f) {
        var draft = new FieldDraft(f.object());
        draft.code = f.code();
        draft.type = f.type();
        draft.labelFr = f.labelFr();
        draft.labelEn = f.labelEn();
        draft.helpFr = f.helpFr();
        draft.helpEn = f.helpEn();
        draft.options = f.options().stream().map(FieldDraft::line).collect(Collectors.joining("\n"));
        draft.dependsOn = f.dependsOn();
        draft.target = f.target() == null ? "TIER" : f.target();
        draft.formula = f.formula();
        draft.defaultValue = f.defaultValue() == null ? null : fr.tiers.customfield.CustomFields.text(f.defaultValue());
        draft.min = f.min();
        draft.max = f.max();
        draft.pattern = f.pattern();
        draft.required = f.required();
        draft.unique = f.unique();
        draft.group = f.group();
        draft.block = f.block();
        draft.width = f.width();
        draft.position = f.position();
        draft.listed = f.listed();
        draft.filterable = f.filterable();
        draft.searchable = f.searchable();
        draft.personal = f.personal();
        draft.importable = f.importable();
        draft.exportable = f.exportable();
        draft.tierTypes = new ArrayList<>(f.tierTypes());
        draft.visible = new ConditionDraft("visible", f.visible());
        draft.requiredWhen = new ConditionDraft("requiredWhen", f.requiredWhen());
        draft.readOnlyWhen = new ConditionDraft("readOnlyWhen", f.readOnlyWhen());
        draft.whenHidden = f.whenHidden();
        draft.active = f.active();
        return draft;
    }

    /** {@code code; French; English; parent}, with a minus before it when it is no longer offered. */
    private static String line(FieldOption option) {
        return (option.active() ? "" : "-") + option.code() + "; " + option.labelFr() + "; " + option.labelEn()
                + (option.parent() == null ? "" : "; " + option.parent());
    }

    private List<FieldOption> readOptions() {
        if (options == null || !type.hasOptions()) {
            return List.of();
        }
        return options.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(FieldDraft::option)
                .toList();
    }

    private static FieldOption option(String line) {
        boolean offered = !line.startsWith("-");
        var parts = (offered ? line : line.substring(1)).split(";", -1);
        return new FieldOption(
                parts[0].strip(),
                parts.length > 1 ? parts[1] : null,
                parts.length > 2 ? parts[2] : null,
                parts.length > 3 && !parts[3].isBlank() ? parts[3].strip() : null,
                offered);
    }

    /** What counts for the type; the rest is left out. */
    FieldDefinition definition() {
        boolean limited = type.isNumber() || type.isText() && type != FieldType.COMPUTED;
        boolean stores = type != FieldType.COMPUTED && type != FieldType.SEPARATOR;
        return new FieldDefinition(
                object,
                blank(code),
                type,
                blank(labelFr),
                blank(labelEn),
                blank(helpFr),
                blank(helpEn),
                readOptions(),
                type == FieldType.DEPENDENT_SELECT ? blank(dependsOn) : null,
                type.isLink() ? target : null,
                type == FieldType.COMPUTED ? blank(formula) : null,
                stores ? blank(defaultValue) : null,
                limited ? min : null,
                limited ? max : null,
                type.isText() && stores ? blank(pattern) : null,
                stores && required,
                stores && unique,
                blank(group),
                block,
                width,
                position,
                listed,
                filterable,
                searchable,
                importable,
                exportable,
                personal,
                tierTypes,
                visible.condition(),
                requiredWhen.condition(),
                readOnlyWhen.condition(),
                whenHidden,
                active);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public List<ConditionDraft> getConditions() {
        return List.of(visible, requiredWhen, readOnlyWhen);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public FieldType getType() {
        return type;
    }

    public void setType(FieldType type) {
        this.type = type;
    }

    public String getLabelFr() {
        return labelFr;
    }

    public void setLabelFr(String labelFr) {
        this.labelFr = labelFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
    }

    public String getHelpFr() {
        return helpFr;
    }

    public void setHelpFr(String helpFr) {
        this.helpFr = helpFr;
    }

    public String getHelpEn() {
        return helpEn;
    }

    public void setHelpEn(String helpEn) {
        this.helpEn = helpEn;
    }

    public String getOptions() {
        return options;
    }

    public void setOptions(String options) {
        this.options = options;
    }

    public String getDependsOn() {
        return dependsOn;
    }

    public void setDependsOn(String dependsOn) {
        this.dependsOn = dependsOn;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getFormula() {
        return formula;
    }

    public void setFormula(String formula) {
        this.formula = formula;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    public void setDefaultValue(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    public BigDecimal getMin() {
        return min;
    }

    public void setMin(BigDecimal min) {
        this.min = min;
    }

    public BigDecimal getMax() {
        return max;
    }

    public void setMax(BigDecimal max) {
        this.max = max;
    }

    public String getPattern() {
        return pattern;
    }

    public void setPattern(String pattern) {
        this.pattern = pattern;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public boolean isUnique() {
        return unique;
    }

    public void setUnique(boolean unique) {
        this.unique = unique;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getBlock() {
        return block;
    }

    public void setBlock(String block) {
        this.block = block;
    }

    public String getWidth() {
        return width;
    }

    public void setWidth(String width) {
        this.width = width;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public boolean isListed() {
        return listed;
    }

    public void setListed(boolean listed) {
        this.listed = listed;
    }

    public boolean isFilterable() {
        return filterable;
    }

    public void setFilterable(boolean filterable) {
        this.filterable = filterable;
    }

    public boolean isSearchable() {
        return searchable;
    }

    public void setSearchable(boolean searchable) {
        this.searchable = searchable;
    }

    public boolean isPersonal() {
        return personal;
    }

    public void setPersonal(boolean personal) {
        this.personal = personal;
    }

    public boolean isImportable() {
        return importable;
    }

    public void setImportable(boolean importable) {
        this.importable = importable;
    }

    public boolean isExportable() {
        return exportable;
    }

    public void setExportable(boolean exportable) {
        this.exportable = exportable;
    }

    public String getWhenHidden() {
        return whenHidden;
    }

    public void setWhenHidden(String whenHidden) {
        this.whenHidden = whenHidden;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getTierTypes() {
        return tierTypes;
    }

    public void setTierTypes(List<String> tierTypes) {
        this.tierTypes = tierTypes == null ? new ArrayList<>() : new ArrayList<>(tierTypes);
    }
}
