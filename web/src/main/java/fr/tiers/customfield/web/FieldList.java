package fr.tiers.customfield.web;

import fr.tiers.tier.TierFieldOwner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The custom fields in the list of tiers. */
@Named("fieldList")
@RequestScoped
public class FieldList extends FieldScope {

    protected FieldList() {
        this(null);
    }

    @Inject
    public FieldList(FieldWords words) {
        super(words, TierFieldOwner.OBJECT);
    }
}
