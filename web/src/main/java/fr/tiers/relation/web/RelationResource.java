package fr.tiers.relation.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.relation.RelationCommand;
import fr.tiers.relation.RelationView;
import fr.tiers.relation.Relations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** One relation, seen from its first tier. */
@Path("relations/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relations")
public class RelationResource {

    static final String EXAMPLE =
            "{\"type\":\"PRESCRIBER\",\"other\":42,\"side\":\"FIRST\",\"from\":\"2026-01-01\",\"note\":\"Convention signée\"}";

    @Inject
    private Relations relations;

    @Inject
    private Answers answers;

    @PathParam("id")
    private String id;

    @GET
    @Operation(summary = "One relation, seen from its first tier")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = RelationView.class)))
    @APIResponse(
            responseCode = "404",
            description = "does not exist, or one of its tiers does not exist for this caller")
    public Response read() {
        var relation = current();
        return answers.read(relation, relation.version());
    }

    @PUT
    @Operation(
            summary = "Replaces type, side, dates and note",
            description =
                    "The two tiers stay: other may be left out. If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RelationCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(
            responseCode = "409",
            description = "relation-double: the same relation is in force on some of these days")
    public Response replace(String body) {
        var current = current();
        return change(current, Json.read(body, RelationCommand.class));
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Changes some fields",
            description = "JSON Merge Patch (RFC 7396). {\"to\":\"2026-12-31\"} ends the relation.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RelationCommand.class),
                            example = "{\"to\":\"2026-12-31\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    public Response patch(String body) {
        var current = current();
        return change(current, Json.mergePatch(current.toCommand(), body, RelationCommand.class));
    }

    private Response change(RelationView current, RelationCommand wish) {
        if (wish.other() != null && wish.other() != current.other().id()) {
            throw BusinessException.invalid(
                    "other", "immutable", current.other().id());
        }
        long version = answers.requiredVersion("relation", id);
        var changed = relations.update(current.id(), current.tier(), version, wish);
        // a relation that was turned round has another first tier now
        var relation = relations.get(changed.id(), null);
        return answers.changed(relation, relation.version());
    }

    @DELETE
    @Operation(summary = "Deletes a relation that was entered by mistake; one that is over is ended")
    @APIResponse(responseCode = "204", description = "gone")
    public Response delete() {
        var current = current();
        relations.delete(current.id(), answers.requiredVersion("relation", id));
        return Response.noContent().build();
    }

    private RelationView current() {
        return relations.get(Params.id("relation", id), null);
    }
}
