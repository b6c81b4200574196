package fr.tiers.calendar.web;

import fr.tiers.calendar.Reminders;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own reminders of one event. */
@Path("events/{id}/reminders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders")
public class EventReminderResource {

    @Inject
    private Reminders reminders;

    @Inject
    private Answers answers;

    /** @param minutes before the start, at most five; an empty list wants none */
    public record Body(List<Integer> minutes) {}

    @GET
    @Operation(summary = "The caller's reminders of an event; own tells whether they were chosen for it")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Reminders.OfEvent.class)))
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    public Response get(@PathParam("id") String id) {
        return answers.read(reminders.of(Params.id("event", id)));
    }

    @PUT
    @Operation(
            summary = "Chooses the caller's reminders of an event",
            description = "The caller's alone, so no If-Match is asked for.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"minutes\":[15,1440]}"))
    @APIResponse(responseCode = "200", description = "as they are now")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    @APIResponse(responseCode = "422", description = "reminder-of-others: the caller has nothing to do with it")
    public Response choose(@PathParam("id") String id, String body) {
        long event = Params.id("event", id);
        reminders.of(event);
        return Response.ok(reminders.choose(event, Json.read(body, Body.class).minutes()))
                .build();
    }

    @DELETE
    @Operation(summary = "Goes back to what the caller's preferences say")
    @APIResponse(responseCode = "200", description = "as they are now")
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    public Response forget(@PathParam("id") String id) {
        return Response.ok(reminders.forget(Params.id("event", id))).build();
    }
}
