package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.RequiredFields;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The types of tiers: their names, what they make of a tier, how they look. */
@Named("tierTypePage")
@ViewScoped
public class TierTypePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> FUNCTIONS =
            List.of("NONE", "SUSPECT", "PROSPECT", "CUSTOMER", "SUPPLIER", "SUBCONTRACTOR");
    private static final List<String> COLOURS = List.of("grey", "blue", "green", "orange", "red", "purple", "teal");

    private final TierTypes types;
    private final Refusals refusals;
    private boolean editing;
    private boolean fresh;
    private String code;
    private long version;
    private String function;
    private String labelFr;
    private String labelEn;
    private String colour;
    private String icon;
    private int position;
    private boolean active;
    private boolean byDefault;
    private ArrayList<String> requiredFields = new ArrayList<>();

    protected TierTypePage() {
        this(null, null);
    }

    @Inject
    public TierTypePage(TierTypes types, Refusals refusals) {
        this.types = types;
        this.refusals = refusals;
    }

    public List<TierType> getRows() {
        return types.all();
    }

    public void add() {
        fill(new TierType(null, 0, "NONE", null, null, "grey", "pi-building", 100, true, false, List.of()));
        fresh = true;
    }

    public void edit(String wanted) {
        fill(types.get(wanted));
        fresh = false;
    }

    private void fill(TierType type) {
        editing = true;
        code = type.code();
        version = type.version();
        function = type.function();
        labelFr = type.labelFr();
        labelEn = type.labelEn();
        colour = type.colour();
        icon = type.icon();
        position = type.position();
        active = type.active();
        byDefault = type.byDefault();
        requiredFields = new ArrayList<>(type.requiredFields());
    }

    public void leave() {
        editing = false;
    }

    public void save() {
        var type = new TierType(
                code, version, function, labelFr, labelEn, colour, icon, position, active, byDefault, requiredFields);
        var saved = refusals.guard(() -> {
            if (fresh) {
                types.create(type);
            } else {
                types.update(type);
            }
        });
        if (saved) {
            done("organisation.saved");
        }
    }

    public void delete() {
        if (refusals.guard(() -> types.delete(code))) {
            done("organisation.deleted");
        }
    }

    private void done(String message) {
        Messages.addFlashGlobalInfo(
                Functions.text1(message, Faces.getLocale().getLanguage().equals("en") ? labelEn : labelFr));
        Faces.redirect("organisation/tier-types.xhtml");
    }

    public List<String> getFunctions() {
        return FUNCTIONS;
    }

    public List<String> getColours() {
        return COLOURS;
    }

    /** The kind of pill that wears a colour. */
    public String pill(String name) {
        return switch (name == null ? "" : name) {
            case "blue" -> "info";
            case "green" -> "success";
            case "orange" -> "warning";
            case "red" -> "danger";
            case "purple", "teal" -> name;
            default -> "neutral";
        };
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
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

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getIcon() {
        return icon;
    }

    public void setIcon(String icon) {
        this.icon = icon;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isByDefault() {
        return byDefault;
    }

    public void setByDefault(boolean byDefault) {
        this.byDefault = byDefault;
    }

    /** What can be made required. */
    public List<String> getChoice() {
        return RequiredFields.CHOICE;
    }

    public List<String> getRequiredFields() {
        return requiredFields;
    }

    public void setRequiredFields(List<String> requiredFields) {
        this.requiredFields = new ArrayList<>(requiredFields);
    }
}
