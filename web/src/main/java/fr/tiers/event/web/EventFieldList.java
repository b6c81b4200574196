package fr.tiers.event.web;

import fr.tiers.customfield.web.FieldScope;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.event.EventFieldOwner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The custom fields in the list of events. */
@Named("eventFields")
@RequestScoped
public class EventFieldList extends FieldScope {

    protected EventFieldList() {
        this(null);
    }

    @Inject
    public EventFieldList(FieldWords words) {
        super(words, EventFieldOwner.OBJECT);
    }
}
