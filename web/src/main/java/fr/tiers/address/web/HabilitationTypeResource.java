package fr.tiers.address.web;

import fr.tiers.address.site.Habilitations;
import fr.tiers.kernel.web.Answers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The habilitations that sites may ask for. */
@Path("habilitation-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class HabilitationTypeResource {

    @Inject
    private Habilitations habilitations;

    @GET
    @Operation(
            summary = "What a site may ask of a technician",
            description = "Inactive types are those no longer given.")
    public Answers.Items<Habilitations.Type> list() {
        return new Answers.Items<>(habilitations.types());
    }
}
