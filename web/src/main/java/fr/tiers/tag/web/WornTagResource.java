package fr.tiers.tag.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tag;
import fr.tiers.tag.WornTags;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The tags that objects of one kind wear over REST. A feature says the kind and the path, {@code <objects>/{id}/tags}. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class WornTagResource {

    private final String object;
    private final String entity;
    private final String path;

    @Inject
    private WornTags tags;

    @Inject
    private Answers answers;

    /**
     * @param object as {@link fr.tiers.tag.TagUse#object}
     * @param entity what a refusal calls it, {@code contact} say
     * @param path of the objects, {@code contacts} say
     */
    protected WornTagResource(String object, String entity, String path) {
        this.object = object;
        this.entity = entity;
        this.path = path;
    }

    /** @param label of a tag; a new one becomes a tag when the caller may publish */
    public record Body(String label) {}

    @GET
    @Operation(summary = "The tags worn, by label")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tag.class)))
    @APIResponse(responseCode = "404", description = "no such object, or not for this caller")
    public Answers.Items<Tag> list(@PathParam("id") String id) {
        return new Answers.Items<>(tags.of(object, Params.id(entity, id)));
    }

    @POST
    @Operation(
            summary = "Hangs a tag on it",
            description = "A tag that is worn already changes nothing. What wears it gets a new version.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"label\":\"Salon 2026\"}"))
    @APIResponse(responseCode = "201", description = "the tag; Location names it among those worn")
    @APIResponse(
            responseCode = "400",
            description = "no label, an inactive tag, or a new one without the right to publish")
    @APIResponse(responseCode = "403", description = "the caller may not change what would wear it")
    @APIResponse(responseCode = "404", description = "no such object, or not for this caller")
    public Response add(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long wearer = Params.id(entity, id);
            var tag = tags.add(object, wearer, Json.read(body, Body.class).label());
            return answers.created(path + '/' + wearer + "/tags/" + tag.id(), tag, null);
        });
    }

    @DELETE
    @Path("{tag}")
    @Operation(summary = "Takes a tag off")
    @APIResponse(responseCode = "204", description = "gone; what wore it has a new version")
    @APIResponse(responseCode = "403", description = "the caller may not change what wears it")
    @APIResponse(responseCode = "404", description = "it is not worn")
    public Response remove(@PathParam("id") String id, @PathParam("tag") String tag) {
        tags.remove(object, Params.id(entity, id), Params.id("tag", tag));
        return Response.noContent().build();
    }
}
