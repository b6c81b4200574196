package fr.tiers.shell.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** A telephone number in a form: kept as typed without surrounding spaces, shown in national format. */
@FacesConverter("tiers.Phone")
public class PhoneConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String value) {
        return value == null || value.isBlank()
                ? null
                : value.replaceAll("[\\u00a0\\u202f]", " ").strip();
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String value) {
        return Formats.phone(value);
    }
}
