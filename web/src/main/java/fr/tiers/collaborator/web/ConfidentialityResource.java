package fr.tiers.collaborator.web;

import fr.tiers.collaborator.Confidentiality;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a tier is for owner, representatives, collaborators and administrators only. */
@Path("tiers/{id}/confidentiality")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class ConfidentialityResource {

    @Inject
    private Confidentiality confidentiality;

    @Inject
    private Answers answers;

    /** @param confidential true: only for those who work on the tier, and administrators */
    public record Body(boolean confidential) {}

    @GET
    @Operation(summary = "Whether the tier is confidential")
    @APIResponse(
            responseCode = "200",
            description = "with the version of the tier as ETag",
            content = @Content(schema = @Schema(implementation = Confidentiality.State.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var state = confidentiality.ofTier(Params.id("tier", id));
        return answers.read(state, state.version());
    }

    @PUT
    @Operation(
            summary = "Makes the tier confidential, or no longer",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"confidential\":true}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with the tier's new ETag")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed the tier since")
    @APIResponse(responseCode = "422", description = "the caller would no longer see the tier")
    public Response change(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        confidentiality.ofTier(tierId);
        long version = answers.requiredVersion("tier", tierId);
        var state = confidentiality.change(
                tierId, version, Json.read(body, Body.class).confidential());
        return answers.changed(state, state.version());
    }
}
