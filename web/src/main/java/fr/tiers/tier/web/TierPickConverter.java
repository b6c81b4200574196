package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.ValueHolder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The browser sends an id; only a tier that the user may see comes back. */
@Named("tierPickConverter")
@ApplicationScoped
public class TierPickConverter implements Converter<TierPick> {

    private final TierService tiers;

    protected TierPickConverter() {
        this(null);
    }

    @Inject
    public TierPickConverter(TierService tiers) {
        this.tiers = tiers;
    }

    @Override
    public TierPick getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        // what was chosen before stays, even if it is not this user's to see
        if (component instanceof ValueHolder holder
                && holder.getValue() instanceof TierPick present
                && getAsString(context, component, present).equals(value)) {
            return present;
        }
        try {
            var tier = tiers.get(Params.id("tier", value));
            return new TierPick(tier.id(), tier.name());
        } catch (BusinessException e) {
            throw new ConverterException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, Functions.text("tier.edit.parent.unknown"), null), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, TierPick value) {
        return value == null ? "" : String.valueOf(value.id());
    }
}
