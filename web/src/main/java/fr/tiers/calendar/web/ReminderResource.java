package fr.tiers.calendar.web;

import fr.tiers.calendar.ReminderPreference;
import fr.tiers.calendar.ReminderView;
import fr.tiers.calendar.Reminders;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
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

/** What the caller is to be reminded of now, and how as a rule. */
@Path("reminders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders")
public class ReminderResource {

    private static final String EXAMPLE =
            "{\"onScreen\":true,\"byMail\":true,\"call\":5,\"meeting\":15,\"task\":null,\"other\":null}";

    @Inject
    private Reminders reminders;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "What is due on the caller's screen and was not seen, the next event first; at most 20")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = ReminderView[].class)))
    public Response due() {
        return answers.read(new Answers.Items<>(reminders.due()));
    }

    @POST
    @Path("{id}/seen")
    @Operation(summary = "The caller has seen it; doing it twice changes nothing")
    @APIResponse(responseCode = "204", description = "not shown any more")
    @APIResponse(responseCode = "404", description = "not one of the caller's")
    public Response seen(@PathParam("id") String id) {
        reminders.seen(Params.id("reminder", id));
        return Response.noContent().build();
    }

    @GET
    @Path("problems")
    @Operation(summary = "Reminders that wait because something is not configured, e.g. a template; at most 100")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Reminders.Problem[].class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response problems() {
        return answers.read(new Answers.Items<>(reminders.problems()));
    }

    @GET
    @Path("preferences")
    @Operation(summary = "How and when the caller is reminded as a rule")
    @APIResponse(
            responseCode = "200",
            description = "minutes before the start; null for none",
            content = @Content(schema = @Schema(implementation = ReminderPreference.class)))
    public Response preferences() {
        return answers.read(reminders.preference());
    }

    @PUT
    @Path("preferences")
    @Operation(
            summary = "Says how and when the caller is reminded as a rule",
            description = "Counts at once where nothing was chosen for an event. The caller's alone, so no If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReminderPreference.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as they are now")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response prefer(String body) {
        return Response.ok(reminders.prefer(Json.read(body, ReminderPreference.class)))
                .build();
    }
}
