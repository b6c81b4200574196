package fr.tiers.address.web;

import fr.tiers.address.AddressFieldOwner;
import fr.tiers.customfield.web.FieldScope;
import fr.tiers.customfield.web.FieldWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The custom fields of addresses in the list of sites. */
@Named("siteFields")
@RequestScoped
public class SiteFieldList extends FieldScope {

    protected SiteFieldList() {
        this(null);
    }

    @Inject
    public SiteFieldList(FieldWords words) {
        super(words, AddressFieldOwner.OBJECT);
    }
}
