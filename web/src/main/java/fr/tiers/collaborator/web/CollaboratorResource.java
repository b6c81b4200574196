package fr.tiers.collaborator.web;

import fr.tiers.collaborator.CollaboratorView;
import fr.tiers.collaborator.Collaborators;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** One collaborator of a tier. */
@Path("collaborators/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborators")
public class CollaboratorResource {

    @Inject
    private Collaborators collaborators;

    @Inject
    private Answers answers;

    /** @param type code of an active type */
    public record Body(String type) {}

    @GET
    @Operation(summary = "One collaborator")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = CollaboratorView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var collaborator = collaborators.get(Params.id("collaborator", id));
        return answers.read(collaborator, collaborator.version());
    }

    @PUT
    @Operation(summary = "Gives another type", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"type\":\"MARKETING\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "an unknown or inactive type")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response change(@PathParam("id") String id, String body) {
        long collaboratorId = Params.id("collaborator", id);
        collaborators.get(collaboratorId);
        long version = answers.requiredVersion("collaborator", collaboratorId);
        var changed = collaborators.changeType(
                collaboratorId, version, Json.read(body, Body.class).type());
        return answers.changed(changed, changed.version());
    }

    @DELETE
    @Operation(
            summary = "Removes a collaborator, whose access ends at once",
            description = "If-Match is required: 428 without, 412 when stale.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "one's own entry, without which one would not see the tier")
    public Response remove(@PathParam("id") String id) {
        long collaboratorId = Params.id("collaborator", id);
        collaborators.get(collaboratorId);
        collaborators.remove(collaboratorId, answers.requiredVersion("collaborator", collaboratorId));
        return Response.noContent().build();
    }
}
