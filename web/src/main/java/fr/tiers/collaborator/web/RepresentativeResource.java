package fr.tiers.collaborator.web;

import fr.tiers.collaborator.Representation;
import fr.tiers.collaborator.RepresentativeCommand;
import fr.tiers.collaborator.Representatives;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who represents us at a tier, with periods and shares. */
@Path("tiers/{id}/representatives")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborators")
public class RepresentativeResource {

    private static final String EXAMPLE =
            "{\"representatives\":[{\"user\":\"sales\",\"share\":60,\"from\":\"2026-01-01\"},"
                    + "{\"user\":\"manager\",\"share\":40,\"from\":\"2026-01-01\"}]}";

    @Inject
    private Representatives representatives;

    @Inject
    private Answers answers;

    /** @param representatives the whole list */
    public record Body(List<RepresentativeCommand> representatives) {}

    @GET
    @Operation(summary = "The owner and the representatives of the tier")
    @APIResponse(
            responseCode = "200",
            description = "with the version of the list as ETag",
            content = @Content(schema = @Schema(implementation = Representation.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var representation = representatives.ofTier(Params.id("tier", id));
        return answers.read(representation, representation.version());
    }

    @PUT
    @Operation(
            summary = "Replaces the list of representatives",
            description =
                    "On every day on which anybody has a share, the shares make 100. If-Match is required: 428 without, 412"
                            + " when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(
            responseCode = "400",
            description = "shares that do not make 100, a user who may not be chosen, overlapping periods")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "the caller would no longer see the tier")
    public Response replace(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        representatives.ofTier(tierId);
        long version = answers.requiredVersion("representatives", tierId);
        var representation = representatives.replace(
                tierId, version, Json.read(body, Body.class).representatives());
        return answers.changed(representation, representation.version());
    }
}
