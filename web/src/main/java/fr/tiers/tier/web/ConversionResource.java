package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.Conversion;
import fr.tiers.tier.TierService;
import fr.tiers.tier.TierView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conversion of one tier over REST. */
@Path("tiers/{id}/convert")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class ConversionResource {

    @Inject
    private Conversion conversion;

    @Inject
    private TierService tiers;

    @Inject
    private Answers answers;

    /** @param to PROSPECT or CUSTOMER */
    public record Body(String to) {}

    @POST
    @Operation(
            summary = "Makes a prospect of a suspect, a customer of either",
            description =
                    "One way; doing it twice changes nothing. If-Match is optional here: 412 when sent and stale.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"to\":\"CUSTOMER\"}"))
    @APIResponse(
            responseCode = "200",
            description = "the tier as it is now, with its ETag",
            content = @Content(schema = @Schema(implementation = TierView.class)))
    @APIResponse(responseCode = "400", description = "to is missing or unknown")
    @APIResponse(responseCode = "403", description = "the caller's role does not convert")
    @APIResponse(responseCode = "404", description = "no such tier")
    @APIResponse(
            responseCode = "422",
            description =
                    "a way back (tier-conversion-one-way, tier-prospect-one-way), or no prospect (tier-not-a-prospect)")
    public Response convert(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Parameter(description = "version last read, optional") String ifMatch,
            String body) {
        long tierId = Params.id("tier", id);
        tiers.get(tierId);
        var version = ifMatch == null ? null : Long.valueOf(answers.requiredVersion("tier", tierId));
        return answers.once(body, () -> {
            var tier = conversion
                    .convert(tierId, version, Json.read(body, Body.class).to())
                    .tier();
            return answers.done(200, tier, tier.version());
        });
    }
}
