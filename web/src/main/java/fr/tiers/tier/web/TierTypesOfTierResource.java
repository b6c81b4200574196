package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The types of one tier over REST. */
@Path("tiers/{id}/types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class TierTypesOfTierResource {

    @Inject
    private TierService tiers;

    @Inject
    private Answers answers;

    /** @param types codes, at least one */
    public record Body(List<String> types) {}

    @PUT
    @Operation(
            summary = "Replaces the types of a tier, and with them its functions",
            description =
                    "If-Match is required. Who becomes a customer is no longer a prospect unless tier.conversion-keeps-prospect is on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            example = "{\"types\":[\"CUSTOMER\",\"SUPPLIER\"]}"))
    @APIResponse(
            responseCode = "200",
            description = "the tier as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = TierView.class)))
    @APIResponse(responseCode = "400", description = "no type, or an unknown one")
    @APIResponse(responseCode = "404", description = "no such tier")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "a way back: a customer never becomes a prospect again")
    public Response replace(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        tiers.get(tierId);
        long version = answers.requiredVersion("tier", tierId);
        var wish = Json.read(body, Body.class);
        var tier = tiers.changeTypes(tierId, version, wish.types());
        return answers.changed(tier, tier.version());
    }
}
