package fr.tiers.contact.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** Whom to call, in the preview beside the list of tiers. */
@Named("contactPreview")
@RequestScoped
public class ContactPreview {

    private final Contacts contacts;
    private final Map<Long, ContactLinkView> known = new HashMap<>();

    protected ContactPreview() {
        this(null);
    }

    @Inject
    public ContactPreview(Contacts contacts) {
        this.contacts = contacts;
    }

    /** @return the main contact, null when there is none */
    public ContactLinkView main(long tierId) {
        if (!known.containsKey(tierId)) {
            known.put(
                    tierId,
                    contacts.ofTier(tierId).stream()
                            .filter(ContactLinkView::main)
                            .findFirst()
                            .orElse(null));
        }
        return known.get(tierId);
    }
}
