package fr.tiers.organisation.web;

import fr.tiers.codelist.web.CodeListPage;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Colours;
import fr.tiers.tier.RequiredFields;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The types of tiers: their names, what they make of a tier, how they look. */
@Named("tierTypePage")
@ViewScoped
public class TierTypePage extends CodeListPage<TierType> {

    private static final long serialVersionUID = 1L;
    private static final List<String> FUNCTIONS =
            List.of("NONE", "SUSPECT", "PROSPECT", "CUSTOMER", "SUPPLIER", "SUBCONTRACTOR");

    private String function;
    private String colour;
    private String icon;
    private boolean byDefault;
    private ArrayList<String> requiredFields = new ArrayList<>();

    protected TierTypePage() {
        this(null, null);
    }

    @Inject
    public TierTypePage(TierTypes types, Refusals refusals) {
        super(types, refusals);
    }

    @Override
    protected TierType entry() {
        return new TierType(
                getCode(),
                version(),
                function,
                getLabelFr(),
                getLabelEn(),
                colour,
                icon,
                position(),
                isActive(),
                byDefault,
                requiredFields);
    }

    @Override
    protected void fill(TierType type) {
        function = type.function();
        colour = type.colour();
        icon = type.icon();
        byDefault = type.byDefault();
        requiredFields = new ArrayList<>(type.requiredFields());
    }

    @Override
    protected void clear() {
        function = "NONE";
        colour = "grey";
        icon = "pi-building";
        byDefault = false;
        requiredFields = new ArrayList<>();
    }

    public List<String> getFunctions() {
        return FUNCTIONS;
    }

    public List<String> getColours() {
        return Colours.NAMES;
    }

    /** The kind of pill that wears a colour. */
    public String pill(String colour) {
        return Colours.pill(colour);
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
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
