package fr.tiers.customfield.web;

import fr.tiers.customfield.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** One comparison. */
public class ComparisonDraft extends RuleLine {

    private static final long serialVersionUID = 1L;

    private String field;
    private String op;
    private String value;

    ComparisonDraft(GroupDraft parent, Condition condition) {
        super(parent);
        field = condition.field();
        op = condition.op();
        value = condition.value() instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : condition.value() == null ? null : condition.value().toString();
    }

    @Override
    Condition condition() {
        Object wanted = "IN".equals(op) && value != null
                ? List.of(value.split("\\s*,\\s*"))
                : op.endsWith("EMPTY") ? null : value == null ? "" : value;
        return Condition.of(field, op, wanted);
    }

    @Override
    public boolean isGroup() {
        return false;
    }

    /** Whether there is something to compare with. */
    public boolean isValued() {
        return !op.endsWith("EMPTY");
    }

    /** Whether it is one value, which may be chosen where the values are known. */
    public boolean isExact() {
        return "EQ".equals(op) || "NE".equals(op);
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
