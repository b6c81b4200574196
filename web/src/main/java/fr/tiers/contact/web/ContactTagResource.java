package fr.tiers.contact.web;

import fr.tiers.contact.ContactTagUse;
import fr.tiers.tag.web.WornTagResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of a person over REST. */
@Path("contacts/{id}/tags")
@RequestScoped
@Tag(name = "Tags")
public class ContactTagResource extends WornTagResource {

    public ContactTagResource() {
        super(ContactTagUse.OBJECT, "contact", "contacts");
    }
}
