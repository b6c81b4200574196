package fr.tiers.customfield.web;

import fr.tiers.access.Role;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.customfield.Condition;
import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFieldService;
import fr.tiers.customfield.CustomFieldService.TypeChange;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;
import fr.tiers.customfield.FieldUse;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierFieldOwner;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The custom fields of one kind of object: the list, the form of one of them, and how the form of the objects will look. */
@Named("customFieldPage")
@ViewScoped
public class CustomFieldPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final CustomFieldService fields;
    private final Refusals refusals;
    private String object = TierFieldOwner.OBJECT;
    private Long id;
    private long version;
    private FieldDraft draft;
    private FieldForm preview;
    private FieldType newType;
    private TypeChange change;

    protected CustomFieldPage() {
        this(null, null);
    }

    @Inject
    public CustomFieldPage(CustomFieldService fields, Refusals refusals) {
        this.fields = fields;
        this.refusals = refusals;
    }

    /** The URL says whose fields are shown; what cannot be understood there shows those of tiers. */
    @PostConstruct
    void open() {
        var wanted = Faces.getRequestParameter("object");
        if (wanted != null && getObjects().contains(wanted)) {
            object = wanted;
        }
    }

    /** Whatever has custom fields, the tier first. */
    public List<String> getObjects() {
        return fields.objects();
    }

    public String getObject() {
        return object;
    }

    /** Whether objects are of types to which a field can be limited. */
    public boolean isTyped() {
        return TierFieldOwner.OBJECT.equals(object) || !fields.types(object).isEmpty();
    }

    /** Types of other objects: those of tiers are found elsewhere. */
    public List<FieldPick> getOwnTypes() {
        return fields.types(object).stream()
                .map(type -> new FieldPick(type.code(), CodeLabels.label(type)))
                .toList();
    }

    /** Whether the form of the objects has several parts. */
    public boolean isDivided() {
        return TierFieldOwner.OBJECT.equals(object);
    }

    public List<CustomField> getRows() {
        return fields.list(object);
    }

    /** Keys of the texts that say whether imports and exports take it. */
    public List<String> uses(FieldDefinition field) {
        return Stream.of(FieldUse.values())
                .filter(use -> use.includes(field))
                .map(use -> "customfield." + use.name().toLowerCase(Locale.ROOT) + "able")
                .toList();
    }

    /** Roles that a field can be kept for; administrators see and change all of them. */
    public List<String> getRoles() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .map(Role::name)
                .toList();
    }

    public void add() {
        id = null;
        draft = new FieldDraft(object);
        draft.getPlace()
                .setPosition(10
                        + getRows().stream()
                                .filter(field -> !field.isArchived())
                                .mapToInt(field -> field.definition().position())
                                .max()
                                .orElse(0));
        refresh();
    }

    public void edit(long wanted) {
        var field = fields.get(wanted);
        id = field.id();
        version = field.version();
        draft = FieldDraft.of(field.definition());
        newType = null;
        change = null;
        refresh();
    }

    public void leave() {
        draft = null;
    }

    /** Draws the preview with what the form holds at the moment, valid or not. */
    public void refresh() {
        var all = new ArrayList<CustomField>();
        getRows().stream()
                .filter(field -> !field.isArchived() && field.definition().active())
                .filter(field -> !field.code().equals(draft.getCode()))
                .forEach(all::add);
        if (draft.getLabelFr() != null && !draft.getLabelFr().isBlank()) {
            var code = draft.getCode() == null || draft.getCode().isBlank() ? "apercu" : draft.getCode();
            var shown = draft.definition();
            if (shown.code() == null) {
                draft.setCode(code);
                shown = draft.definition();
                draft.setCode(null);
            }
            all.add(new CustomField(0, 0, shown, null, "NONE", false, false));
        }
        all.sort(Comparator.comparingInt(field -> field.definition().position()));
        preview = new FieldForm(all, null, Map.of(), preview == null ? Map.of() : preview.values());
        refreshCustom();
    }

    /** As the form of a tier does, for a customer that is a company. */
    public void refreshCustom() {
        preview.refresh(
                Map.of("types", List.of("CUSTOMER", "PROSPECT", "SUPPLIER"), "kind", "COMPANY", "status", "ACTIVE"));
    }

    public void save() {
        var wanted = draft.definition();
        if (refusals.guard(() -> {
            if (isFresh()) {
                fields.create(wanted);
            } else {
                fields.update(id, version, wanted);
            }
        })) {
            done("organisation.saved");
        }
    }

    public void archive() {
        if (refusals.guard(() -> fields.archive(id, version))) {
            done("customfield.archived");
        }
    }

    public void restore(long wanted) {
        var field = fields.get(wanted);
        if (refusals.guard(() -> fields.restore(wanted, field.version()))) {
            Messages.addFlashGlobalInfo(
                    Functions.text1("organisation.saved", field.definition().labelFr()));
            redirect();
        }
    }

    /** Says what a change of type would cost. */
    public void weigh() {
        change = null;
        if (newType != null) {
            refusals.guard(() -> change = fields.changeType(id, version, newType, true, false));
        }
    }

    public void changeType() {
        if (refusals.guard(() -> fields.changeType(id, version, newType, false, true))) {
            done("organisation.saved");
        }
    }

    private void done(String message) {
        Messages.addFlashGlobalInfo(Functions.text1(message, draft.getLabelFr()));
        redirect();
    }

    private void redirect() {
        Faces.redirect("customfield/list.xhtml?object=%s", object);
    }

    public List<FieldType> getTypes() {
        return Stream.of(FieldType.values())
                .filter(type -> TierFieldOwner.OBJECT.equals(object) || !type.isFile())
                .toList();
    }

    public List<FieldType> getReachableTypes() {
        return List.copyOf(fields.reachable(draft.getType()));
    }

    public List<String> getTargets() {
        return fields.targets();
    }

    public List<String> getOperators() {
        return Condition.OPERATORS;
    }

    /** Choices that another choice can depend on. */
    public List<CustomField> getChoiceFields() {
        return getRows().stream()
                .filter(field -> field.type().hasOptions() && !field.isArchived())
                .filter(field -> !field.code().equals(draft.getCode()))
                .toList();
    }

    public boolean isEditing() {
        return draft != null;
    }

    public boolean isFresh() {
        return id == null;
    }

    public FieldDraft getDraft() {
        return draft;
    }

    public FieldForm getPreview() {
        return preview;
    }

    public FieldType getNewType() {
        return newType;
    }

    public void setNewType(FieldType newType) {
        this.newType = newType;
    }

    public TypeChange getChange() {
        return change;
    }
}
