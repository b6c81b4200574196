package fr.tiers.address.web;

import fr.tiers.address.Commune;
import fr.tiers.address.Communes;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Postal codes and towns of France. */
@Path("communes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class CommuneResource {

    @Inject
    private Communes communes;

    @GET
    @Operation(
            summary = "French communes by postal code or name",
            description =
                    "Accents, hyphens and case are ignored; one item per postal code, at most 20. Data of INSEE and La Poste.")
    @APIResponse(responseCode = "200", description = "best first; none when nothing was asked")
    public Answers.Items<Commune> find(
            @QueryParam("q")
                    @Parameter(
                            description = "postal code, name, or both; their beginning is enough",
                            example = "44000 nan")
                    String q) {
        return new Answers.Items<>(communes.find(Params.text("q", q)));
    }
}
