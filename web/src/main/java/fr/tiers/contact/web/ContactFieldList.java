package fr.tiers.contact.web;

import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.customfield.web.FieldScope;
import fr.tiers.customfield.web.FieldWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The custom fields in the list of people. */
@Named("contactFields")
@RequestScoped
public class ContactFieldList extends FieldScope {

    protected ContactFieldList() {
        this(null);
    }

    @Inject
    public ContactFieldList(FieldWords words) {
        super(words, ContactFieldOwner.OBJECT);
    }
}
