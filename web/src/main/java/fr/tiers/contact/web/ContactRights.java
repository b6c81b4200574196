package fr.tiers.contact.web;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.PersonView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Which buttons to show. The services decide; this only spares the user a button that would be refused. */
@Named("contactRights")
@RequestScoped
public class ContactRights {

    private final TierAccess access;
    private final Map<Long, Boolean> known = new HashMap<>();

    protected ContactRights() {
        this(null);
    }

    @Inject
    public ContactRights(TierAccess access) {
        this.access = access;
    }

    /** Whether the contacts of a tier may be changed. */
    public boolean editor(long tierId) {
        return known.computeIfAbsent(tierId, id -> access.may(id, Action.EDIT));
    }

    /** Whether the person may be changed: by whoever may change one of the tiers, or knows somebody without any. */
    public boolean personEditor(PersonView person) {
        return person.links().isEmpty()
                || person.links().stream().map(ContactLinkView::tierId).anyMatch(this::editor);
    }
}
