package fr.tiers.tag.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tag;
import fr.tiers.tag.TagCommand;
import fr.tiers.tag.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Tags over REST. */
@Path("tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
public class TagResource {

    private static final String EXAMPLE = "{\"label\":\"Salon 2026\",\"colour\":\"teal\",\"scopes\":[\"TIER\"]}";

    @Inject
    private Tags tags;

    @Inject
    private Answers answers;

    /** @param into id of the tag that stays */
    public record Merge(Long into) {}

    @GET
    @Operation(summary = "All tags, by label")
    public Answers.Items<Tag> list() {
        return new Answers.Items<>(tags.all());
    }

    @POST
    @Operation(
            summary = "Creates a tag",
            description =
                    "For those who manage tags. A label is unique among the tags of an object, accents and case ignored.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only those who manage tags")
    public Response create(String body) {
        return answers.once(body, () -> {
            var tag = tags.create(Json.read(body, TagCommand.class));
            return answers.created("tags/" + tag.id(), tag, tag.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One tag")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = Tag.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var tag = tags.get(Params.id("tag", id));
        return answers.read(tag, tag.version());
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Renames, recolours, moves or deactivates a tag",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TagCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only those who manage tags")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        long tag = tags.get(Params.id("tag", id)).id();
        long version = answers.requiredVersion("tag", tag);
        var changed = tags.update(tag, version, Json.read(body, TagCommand.class));
        return answers.changed(changed, changed.version());
    }

    @POST
    @Path("{id}/merge")
    @Operation(
            summary = "Merges a tag into another one",
            description =
                    "Everything that wears this tag wears the other instead, tags below it move along, and this one is gone.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Merge.class), example = "{\"into\":12}"))
    @APIResponse(responseCode = "200", description = "the tag that stays")
    @APIResponse(responseCode = "400", description = "the other does not exist, is this one or lies below it")
    @APIResponse(responseCode = "403", description = "only those who manage tags")
    public Response merge(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long tag = tags.get(Params.id("tag", id)).id();
            var into = Json.read(body, Merge.class).into();
            if (into == null) {
                throw BusinessException.invalid("into", "required");
            }
            return answers.done(200, tags.merge(tag, into));
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Deletes a tag that nothing wears",
            description = "If-Match is required: 428 without, 412 when stale.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "only those who manage tags")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "in use, or tags lie below it: deactivate it instead")
    public Response delete(@PathParam("id") String id) {
        long tag = tags.get(Params.id("tag", id)).id();
        tags.delete(tag, answers.requiredVersion("tag", tag));
        return Response.noContent().build();
    }
}
