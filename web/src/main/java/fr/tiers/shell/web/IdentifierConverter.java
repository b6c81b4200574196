package fr.tiers.shell.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/**
 * SIREN and SIRET in a form: typed or pasted with any spaces, kept as digits, shown in groups. What cannot be one stays as it was typed,
 * for the user to mend.
 */
@FacesConverter("tiers.Identifier")
public class IdentifierConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var digits = value.replaceAll("[\\s\\u00a0\\u202f.]", "");
        return digits.matches("\\d+") ? digits : value.strip();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String value) {
        return Formats.siren(value);
    }
}
