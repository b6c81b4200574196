package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import java.io.Serializable;
import java.util.List;

/** When a field is shown, required and read-only. */
public class RuleDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ConditionDraft visible;
    private final ConditionDraft requiredWhen;
    private final ConditionDraft readOnlyWhen;
    private String whenHidden;

    /** @param field null for a new one */
    RuleDraft(FieldDefinition field) {
        visible = new ConditionDraft("visible", field == null ? null : field.visible());
        requiredWhen = new ConditionDraft("requiredWhen", field == null ? null : field.requiredWhen());
        readOnlyWhen = new ConditionDraft("readOnlyWhen", field == null ? null : field.readOnlyWhen());
        whenHidden = field == null ? "KEEP" : field.whenHidden();
    }

    ConditionDraft visible() {
        return visible;
    }

    ConditionDraft requiredWhen() {
        return requiredWhen;
    }

    ConditionDraft readOnlyWhen() {
        return readOnlyWhen;
    }

    public List<ConditionDraft> getConditions() {
        return List.of(visible, requiredWhen, readOnlyWhen);
    }

    public String getWhenHidden() {
        return whenHidden;
    }

    public void setWhenHidden(String whenHidden) {
        this.whenHidden = whenHidden;
    }
}
