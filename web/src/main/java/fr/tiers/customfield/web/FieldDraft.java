package fr.tiers.customfield.web;

import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;
import java.io.Serializable;
import java.util.List;

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
    private ContentDraft content = new ContentDraft();
    private LimitDraft limits = new LimitDraft();
    private PlaceDraft place = new PlaceDraft();
    private UseDraft use = new UseDraft();
    private RuleDraft rules = new RuleDraft(null);

    FieldDraft(String object) {
        this.object = object;
    }

    static FieldDraft of(FieldDefinition field) {
        var draft = new FieldDraft(field.object());
        draft.code = field.code();
        draft.type = field.type();
        draft.labelFr = field.labelFr();
        draft.labelEn = field.labelEn();
        draft.helpFr = field.helpFr();
        draft.helpEn = field.helpEn();
        draft.content = ContentDraft.of(field);
        draft.limits = LimitDraft.of(field);
        draft.place = PlaceDraft.of(field);
        draft.use = UseDraft.of(field);
        draft.rules = new RuleDraft(field);
        return draft;
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
                type.hasOptions() ? OptionLines.read(content.getOptions()) : List.of(),
                type == FieldType.DEPENDENT_SELECT ? blank(content.getDependsOn()) : null,
                type.isLink() ? content.getTarget() : null,
                type == FieldType.COMPUTED ? blank(content.getFormula()) : null,
                stores ? blank(content.getDefaultValue()) : null,
                limited ? limits.getMin() : null,
                limited ? limits.getMax() : null,
                type.isText() && stores ? blank(limits.getPattern()) : null,
                stores && limits.isRequired(),
                stores && limits.isUnique(),
                blank(place.getGroup()),
                place.getBlock(),
                place.getWidth(),
                place.getPosition() == null ? 0 : place.getPosition(),
                use.isListed(),
                use.isFilterable(),
                use.isSearchable(),
                use.isImportable(),
                use.isExportable(),
                use.isPrintable(),
                use.isApi(),
                use.isPersonal(),
                place.getTierTypes(),
                use.getVisibleTo(),
                use.getEditableBy(),
                rules.visible().condition(),
                rules.requiredWhen().condition(),
                rules.readOnlyWhen().condition(),
                rules.getWhenHidden(),
                use.isActive());
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public ContentDraft getContent() {
        return content;
    }

    public LimitDraft getLimits() {
        return limits;
    }

    public PlaceDraft getPlace() {
        return place;
    }

    public UseDraft getUse() {
        return use;
    }

    public RuleDraft getRules() {
        return rules;
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
}
