package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;
import java.math.BigDecimal;

/** What a value must fulfil. */
public class LimitDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private BigDecimal min;
    private BigDecimal max;
    private String pattern;
    private boolean required;
    private boolean unique;

    static LimitDraft of(FieldDefinition field) {
        var draft = new LimitDraft();
        draft.min = field.min();
        draft.max = field.max();
        draft.pattern = field.pattern();
        draft.required = field.required();
        draft.unique = field.unique();
        return draft;
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
}
