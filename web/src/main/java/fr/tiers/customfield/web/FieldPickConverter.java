package fr.tiers.customfield.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Key and label in one text: the label is only shown again, the key is checked at the save. */
@FacesConverter("tiers.FieldPick")
public class FieldPickConverter implements Converter<FieldPick> {

    @Override
    public FieldPick getAsObject(FacesContext context, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int tab = text.indexOf('|');
        return tab < 0 ? new FieldPick(text, text) : new FieldPick(text.substring(0, tab), text.substring(tab + 1));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, FieldPick pick) {
        return pick == null ? "" : pick.key() + '|' + pick.label();
    }
}
