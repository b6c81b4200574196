package fr.tiers.savedview.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.savedview.SavedView;
import fr.tiers.savedview.SavedViewCommand;
import fr.tiers.savedview.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Saved views of lists over REST. */
@Path("views")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Views")
public class SavedViewResource {

    private static final String EXAMPLE =
            "{\"name\":\"Mes clients de Lyon\",\"query\":\"type=CUSTOMER&city=Lyon&sort=-updatedAt\",\"shared\":false}";

    @Inject
    private SavedViews views;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The views of a list: the caller's own, then those shared by others")
    @APIResponse(
            responseCode = "200",
            description = "all of them",
            content = @Content(schema = @Schema(implementation = SavedView[].class)))
    @APIResponse(responseCode = "400", description = "no such list")
    public Response list(@QueryParam("list") @DefaultValue("TIER") @Parameter(description = "TIER") String list) {
        if (!SavedViewCommand.TIER.equals(list)) {
            throw BusinessException.invalid("list", "unknown-value", list);
        }
        var all = views.of(list);
        return answers.page(new Slice<>(all, null, all.size(), true));
    }

    @POST
    @Operation(summary = "Saves a view")
    @RequestBody(content = @Content(schema = @Schema(implementation = SavedViewCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "saved; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "409", description = "the caller has a view of that name")
    @APIResponse(responseCode = "422", description = "the caller has too many")
    public Response create(String body) {
        return answers.once(body, () -> {
            var view = views.create(Json.read(body, SavedViewCommand.class));
            return answers.created("views/" + view.id(), view, view.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One view")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = SavedView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var view = views.get(Params.id("view", id));
        return answers.read(view, view.version());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a view", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SavedViewCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "the view of somebody else")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "409", description = "the owner has another view of that name")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        var before = views.get(Params.id("view", id));
        long version = answers.requiredVersion("view", id);
        var view = views.update(before.id(), version, Json.read(body, SavedViewCommand.class));
        return answers.changed(view, view.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a view", description = "If-Match is required.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "the view of somebody else")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response delete(@PathParam("id") String id) {
        var before = views.get(Params.id("view", id));
        views.delete(before.id(), answers.requiredVersion("view", id));
        return Response.noContent().build();
    }

    @PUT
    @Path("{id}/default")
    @Operation(summary = "Makes it what the list shows the caller when asked for nothing")
    @APIResponse(responseCode = "200", description = "the view")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response makeUsual(@PathParam("id") String id) {
        var view = views.makeUsual(Params.id("view", id));
        return answers.changed(view, view.version());
    }

    @DELETE
    @Path("{id}/default")
    @Operation(summary = "The list is plain again for the caller when asked for nothing")
    @APIResponse(responseCode = "204", description = "so it is")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response makeUnusual(@PathParam("id") String id) {
        views.makeUnusual(Params.id("view", id));
        return Response.noContent().build();
    }
}
