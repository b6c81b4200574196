package fr.tiers.contact.web;

import fr.tiers.contact.ContactTagUse;
import fr.tiers.tag.web.WornTagsView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The tags in the header of a person. */
@Named("tagsOfContact")
@ViewScoped
public class TagsOfContact extends WornTagsView {

    private static final long serialVersionUID = 1L;

    private final ContactRecordView record;
    private final ContactRights rights;

    protected TagsOfContact() {
        this(null, null);
    }

    @Inject
    public TagsOfContact(ContactRecordView record, ContactRights rights) {
        this.record = record;
        this.rights = rights;
    }

    @Override
    protected String object() {
        return ContactTagUse.OBJECT;
    }

    @Override
    protected Long id() {
        return record.isFound() ? record.getPerson().id() : null;
    }

    @Override
    protected void changed() {
        record.retagged();
    }

    @Override
    public boolean isMayTag() {
        return rights.personEditor(record.getPerson());
    }
}
