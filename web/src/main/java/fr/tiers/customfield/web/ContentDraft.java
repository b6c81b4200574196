package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;

/** What a field can hold, as it is typed. */
public class ContentDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private String options;
    private String dependsOn;
    private String target = "TIER";
    private String formula;
    private String defaultValue;

    static ContentDraft of(FieldDefinition field) {
        var draft = new ContentDraft();
        draft.options = OptionLines.write(field.options());
        draft.dependsOn = field.dependsOn();
        draft.target = field.target() == null ? "TIER" : field.target();
        draft.formula = field.formula();
        draft.defaultValue = field.defaultValue() == null ? null : CustomFields.text(field.defaultValue());
        return draft;
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
}
