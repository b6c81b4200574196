package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.organisation.Structure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Groups of users over REST. */
@Path("groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class GroupResource {

    private static final String EXAMPLE = "{\"code\":\"SALON-LYON\",\"name\":\"Salon de Lyon\"}";

    @Inject
    private Structure structure;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The groups, by name")
    public Answers.Items<Structure.GroupRow> list() {
        return new Answers.Items<>(structure.groups());
    }

    @POST
    @Operation(summary = "Creates a group")
    @RequestBody(content = @Content(schema = @Schema(implementation = Structure.GroupCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var row = structure.group(structure.createGroup(Json.read(body, Structure.GroupCommand.class)));
            return answers.created("groups/" + row.id(), row, row.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One group")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = Structure.GroupRow.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var row = structure.group(Params.id("group", id));
        return answers.read(row, row.version());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a group", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Structure.GroupCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        long row = structure.group(Params.id("group", id)).id();
        long version = answers.requiredVersion("group", row);
        structure.updateGroup(row, version, Json.read(body, Structure.GroupCommand.class));
        var changed = structure.group(row);
        return answers.changed(changed, changed.version());
    }
}
