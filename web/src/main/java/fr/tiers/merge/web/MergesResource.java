package fr.tiers.merge.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeRun;
import fr.tiers.merge.MergeUndo;
import fr.tiers.merge.Merges;
import fr.tiers.merge.Patience;
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

/** One merge, and the way back. */
@Path("merges/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class MergesResource {

    @Inject
    private Merges merges;

    @Inject
    private MergeUndo undo;

    @Inject
    private Answers answers;

    /** @param leaveChanged true: what was changed since stays with the survivor, the rest goes back */
    public record Body(Boolean leaveChanged) {}

    @GET
    @Operation(summary = "A merge", description = "undoableUntil is null when it cannot be undone any more.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeRun.class)),
            description = "for those who see the survivor")
    public MergeRun read(@PathParam("id") String id) {
        return merges.get(Params.id("merge", id));
    }

    @POST
    @Path("undo")
    @Operation(
            summary = "Takes a merge back",
            description = "Within 30 days. The sources are there again, with all that is still as the merge left it.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"leaveChanged\":false}"))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeRun.class)),
            description = "undone")
    @APIResponse(
            responseCode = "409",
            description =
                    "merge-changed-since: violations name what was changed since, leaveChanged leaves it with the survivor;"
                            + " merge-undone, merge-survivor-gone, merge-not-undoable")
    @APIResponse(responseCode = "422", description = "merge-too-old")
    public Response undo(@PathParam("id") String id, String body) {
        long run = Params.id("merge", id);
        merges.get(run);
        return Patience.with(() -> answers.once(body, () -> {
            boolean leave = body != null
                    && !body.isBlank()
                    && Boolean.TRUE.equals(Json.read(body, Body.class).leaveChanged());
            return answers.done(200, undo.undo(run, leave));
        }));
    }
}
