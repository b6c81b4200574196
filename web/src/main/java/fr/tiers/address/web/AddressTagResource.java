package fr.tiers.address.web;

import fr.tiers.address.AddressTagUse;
import fr.tiers.tag.web.WornTagResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of an address over REST. */
@Path("addresses/{id}/tags")
@RequestScoped
@Tag(name = "Tags")
public class AddressTagResource extends WornTagResource {

    public AddressTagResource() {
        super(AddressTagUse.OBJECT, "address", "addresses");
    }
}
