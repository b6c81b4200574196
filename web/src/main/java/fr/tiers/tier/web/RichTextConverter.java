package fr.tiers.tier.web;

import fr.tiers.kernel.RichText;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Cleans formatted text as soon as it comes in: when the form is refused for another field, the editor draws it as it is. */
@FacesConverter("tiers.RichText")
public class RichTextConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String value) {
        return RichText.clean(value);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String value) {
        return value == null ? "" : value;
    }
}
