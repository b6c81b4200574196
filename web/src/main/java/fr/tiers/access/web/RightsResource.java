package fr.tiers.access.web;

import fr.tiers.access.Action;
import fr.tiers.access.Level;
import fr.tiers.access.Role;
import fr.tiers.access.RoleRights;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each role may do with which tiers, over REST. */
@Path("rights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class RightsResource {

    private static final String EXAMPLE = "{\"rights\":{\"SALES\":{\"READ\":\"STRUCTURE\",\"DELETE\":\"OWN\"}}}";

    @Inject
    private RoleRights rights;

    @Inject
    private Answers answers;

    /** @param rights for each role the level of each action; what is absent returns to the default */
    public record Body(Map<Role, Map<Action, Level>> rights) {}

    @GET
    @Operation(
            summary = "The level of every action for every role",
            description = "NONE, OWN, AGENCY, STRUCTURE or ALL. Administrators may do everything and do not appear.")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = RoleRights.Matrix.class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response read() {
        var matrix = rights.matrix();
        return answers.read(matrix, matrix.version());
    }

    @PUT
    @Operation(
            summary = "Replaces the matrix; it counts at once",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "an unknown role, action or level")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(String body) {
        rights.matrix();
        long version = answers.requiredVersion("rights", "rights");
        var matrix = rights.replace(version, Json.read(body, Body.class).rights());
        return answers.changed(matrix, matrix.version());
    }

    @GET
    @Path("history")
    @Operation(summary = "Who changed which right, newest first")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response history(@BeanParam Paging paging) {
        var rows = rights.changes(paging.afterId(Long.MAX_VALUE), paging.limit() + 1);
        var items = rows.stream().limit(paging.limit()).toList();
        var next = rows.size() > items.size()
                ? String.valueOf(items.get(items.size() - 1).id())
                : null;
        return answers.page(new Slice<>(items, next, rights.size(), true));
    }
}
