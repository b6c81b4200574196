package fr.tiers.note.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.note.NoteCommand;
import fr.tiers.note.NoteView;
import fr.tiers.note.Notes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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

/** The notes of a tier over REST. */
@Path("tiers/{id}/notes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notes")
public class TierNoteResource {

    static final String EXAMPLE =
            "{\"body\":\"Livrer par la cour, avant 9 h\",\"visibility\":\"PUBLIC\",\"pinned\":true}";

    @Inject
    private Notes notes;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The notes of a tier: pinned ones first, then the latest",
            description = "Public ones and the caller's own private ones; those of others do not exist.")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = NoteView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(@PathParam("id") String tier, @BeanParam Paging paging) {
        return answers.page(notes.ofTier(Params.id("tier", tier), paging.after(), paging.limit()));
    }

    @POST
    @Operation(summary = "Writes a note")
    @RequestBody(content = @Content(schema = @Schema(implementation = NoteCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "written; Location names it",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role writes no notes")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response add(@PathParam("id") String tier, String body) {
        long tierId = Params.id("tier", tier);
        return answers.once(body, () -> {
            var note = notes.add(tierId, Json.read(body, NoteCommand.class));
            return answers.created("notes/" + note.id(), note, note.version());
        });
    }
}
