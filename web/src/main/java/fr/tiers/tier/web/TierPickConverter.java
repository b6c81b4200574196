package fr.tiers.tier.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;

/** The browser sends an id; only a tier that the user may see comes back. */
@FacesConverter(value = "tiers.TierPick", managed = true)
public class TierPickConverter implements Converter<TierPick> {

    @Inject
    private TierService tiers;

    @Override
    public TierPick getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            var tier = tiers.get(Params.id("tier", value));
            return new TierPick(tier.id(), tier.name());
        } catch (BusinessException e) {
            throw new ConverterException(new FacesMessage(Functions.text("tier.edit.parent.unknown")), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, TierPick value) {
        return value == null ? "" : String.valueOf(value.id());
    }
}
