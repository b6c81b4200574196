package fr.tiers.address.web;

import fr.tiers.address.site.HabilitationTypes;
import fr.tiers.codelist.PlainList;
import fr.tiers.codelist.web.PlainListResource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The habilitations that sites may ask for over REST. */
@Path("habilitation-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class HabilitationTypeResource extends PlainListResource {

    @Inject
    private HabilitationTypes list;

    @Override
    protected PlainList list() {
        return list;
    }
}
