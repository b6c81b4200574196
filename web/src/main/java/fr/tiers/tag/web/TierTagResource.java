package fr.tiers.tag.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tag.Tag;
import fr.tiers.tier.TierTags;
import jakarta.enterprise.context.RequestScoped;
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

/** The tags of a tier over REST. */
@Path("tiers/{id}/tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
public class TierTagResource {

    @Inject
    private TierTags tags;

    @Inject
    private Answers answers;

    /** @param label of a tag; a new one becomes a tag when the caller may publish */
    public record Body(String label) {}

    @GET
    @Operation(summary = "The tags a tier wears, by label")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Tag.class)))
    @APIResponse(responseCode = "404", description = "no such tier, or not for this caller")
    public Answers.Items<Tag> list(@PathParam("id") String id) {
        return new Answers.Items<>(tags.ofTier(Params.id("tier", id)));
    }

    @POST
    @Operation(
            summary = "Hangs a tag on a tier",
            description = "A tag that the tier wears already changes nothing. The tier gets a new version.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"label\":\"Salon 2026\"}"))
    @APIResponse(responseCode = "201", description = "the tag; Location names it among the tier's")
    @APIResponse(
            responseCode = "400",
            description = "no label, an inactive tag, or a new one without the right to publish")
    @APIResponse(responseCode = "404", description = "no such tier, or not for this caller")
    public Response add(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long tier = Params.id("tier", id);
            var tag = tags.add(tier, Json.read(body, Body.class).label());
            return answers.created("tiers/" + tier + "/tags/" + tag.id(), tag, null);
        });
    }

    @DELETE
    @Path("{tag}")
    @Operation(summary = "Takes a tag off a tier")
    @APIResponse(responseCode = "204", description = "gone; the tier has a new version")
    @APIResponse(responseCode = "404", description = "the tier does not wear it")
    public Response remove(@PathParam("id") String id, @PathParam("tag") String tag) {
        tags.remove(Params.id("tier", id), Params.id("tag", tag));
        return Response.noContent().build();
    }
}
