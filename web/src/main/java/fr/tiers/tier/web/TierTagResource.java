package fr.tiers.tier.web;

import fr.tiers.tag.web.WornTagResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tags of a tier over REST. */
@Path("tiers/{id}/tags")
@RequestScoped
@Tag(name = "Tags")
public class TierTagResource extends WornTagResource {

    public TierTagResource() {
        super("TIER", "tier", "tiers");
    }
}
