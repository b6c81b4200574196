package fr.tiers.shell.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** SIREN and SIRET in a form: typed or pasted with any spaces, kept as digits, shown in groups. */
@FacesConverter("tiers.Identifier")
public class IdentifierConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String value) {
        return value == null || value.isBlank() ? null : value.replaceAll("[\\s\\u00a0\\u202f.]", "");
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String value) {
        return Formats.siren(value);
    }
}
