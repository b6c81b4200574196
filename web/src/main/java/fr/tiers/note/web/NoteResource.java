package fr.tiers.note.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.note.NoteCommand;
import fr.tiers.note.NoteView;
import fr.tiers.note.Notes;
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

/** One note over REST. */
@Path("notes/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notes")
public class NoteResource {

    @Inject
    private Notes notes;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "One note")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(
            responseCode = "404",
            description = "does not exist for this caller; so it is with private notes of others")
    public Response read(@PathParam("id") String id) {
        var note = notes.get(Params.id("note", id));
        return answers.read(note, note.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces a note", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = NoteCommand.class), example = TierNoteResource.EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "the words of somebody else, and this role does not keep order")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "a public note does not become private again")
    public Response replace(@PathParam("id") String id, String body) {
        var before = notes.get(Params.id("note", id));
        long version = answers.requiredVersion("note", id);
        var note = notes.update(before.id(), version, Json.read(body, NoteCommand.class));
        return answers.changed(note, note.version());
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some of a note (JSON Merge Patch)")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = NoteCommand.class), example = "{\"pinned\":true}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "the words of somebody else, and this role does not keep order")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "a public note does not become private again")
    public Response patch(@PathParam("id") String id, String body) {
        var before = notes.get(Params.id("note", id));
        long version = answers.requiredVersion("note", id);
        var current = new NoteCommand(before.body(), before.visibility(), before.pinned());
        var note = notes.update(before.id(), version, Json.mergePatch(current, body, NoteCommand.class));
        return answers.changed(note, note.version());
    }

    @DELETE
    @Operation(summary = "Deletes a note")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "the note of somebody else, and this role does not keep order")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response delete(@PathParam("id") String id) {
        var note = notes.get(Params.id("note", id));
        notes.delete(note.id(), answers.requiredVersion("note", id));
        return Response.noContent().build();
    }
}
