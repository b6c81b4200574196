package fr.tiers.collaborator.web;

import fr.tiers.collaborator.CollaboratorCommand;
import fr.tiers.collaborator.CollaboratorView;
import fr.tiers.collaborator.Collaborators;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The collaborators of one tier. */
@Path("tiers/{id}/collaborators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Collaborators")
public class CollaboratorsOfTierResource {

    @Inject
    private Collaborators collaborators;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "Who works on the tier, by name")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Answers.Items<CollaboratorView> list(@PathParam("id") String id) {
        return new Answers.Items<>(collaborators.ofTier(Params.id("tier", id)));
    }

    @POST
    @Operation(summary = "Adds a collaborator, who sees the tier from now on")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CollaboratorCommand.class),
                            example = "{\"user\":\"technician\",\"type\":\"TECHNICIAN\"}"))
    @APIResponse(responseCode = "201", description = "added; Location names the entry")
    @APIResponse(responseCode = "400", description = "an unknown user or type, or somebody who is there already")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response add(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        return answers.once(body, () -> {
            var added = collaborators.add(tierId, Json.read(body, CollaboratorCommand.class));
            return answers.created("collaborators/" + added.id(), added, added.version());
        });
    }
}
