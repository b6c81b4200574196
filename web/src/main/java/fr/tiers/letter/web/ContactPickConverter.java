package fr.tiers.letter.web;

import fr.tiers.contact.Contacts;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The browser sends an id; only a contact that the user may see comes back. */
@Named("contactPickConverter")
@ApplicationScoped
public class ContactPickConverter implements Converter<ContactPick> {

    private final Contacts contacts;

    protected ContactPickConverter() {
        this(null);
    }

    @Inject
    public ContactPickConverter(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public ContactPick getAsObject(FacesContext context, UIComponent component, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            var link = contacts.get(Params.id("contact", value));
            return new ContactPick(link.id(), link.fullName() + " · " + link.tierName());
        } catch (BusinessException e) {
            throw new ConverterException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, Functions.text("letter.contact.unknown"), null), e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, ContactPick value) {
        return value == null ? "" : String.valueOf(value.link());
    }
}
