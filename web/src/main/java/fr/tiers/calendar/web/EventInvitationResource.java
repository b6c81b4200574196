package fr.tiers.calendar.web;

import fr.tiers.calendar.Invitations;
import fr.tiers.event.Participant.Answer;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The invitations to a meeting. */
@Path("events/{id}/invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
public class EventInvitationResource {

    @Inject
    private Invitations invitations;

    @Inject
    private Answers answers;

    /** @param send whether participants are written to */
    public record Body(Boolean send) {}

    /** @param answer ACCEPTED, TENTATIVE or DECLINED */
    public record OwnAnswer(Answer answer) {}

    @GET
    @Operation(summary = "Who takes part, who was invited, what they answered")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Invitations.OfEvent.class)))
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    public Response get(@PathParam("id") String id) {
        return answers.read(invitations.of(Params.id("event", id)));
    }

    @PUT
    @Operation(
            summary = "Switches invitations of a meeting on or off",
            description =
                    "On: everybody with an address gets an invitation at once (iCalendar, METHOD:REQUEST), and is told of another"
                            + " time or place, removal and cancellation. Doing it twice sends nothing twice.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"send\":true}"))
    @APIResponse(responseCode = "200", description = "as it is now")
    @APIResponse(responseCode = "400", description = "send is missing")
    @APIResponse(responseCode = "403", description = "may not change the event")
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    @APIResponse(responseCode = "422", description = "invitation-no-meeting, template-missing")
    public Response choose(@PathParam("id") String id, String body) {
        long event = Params.id("event", id);
        invitations.of(event);
        var send = Json.read(body, Body.class).send();
        if (send == null) {
            throw BusinessException.invalid("send", "required");
        }
        return Response.ok(invitations.choose(event, send)).build();
    }

    @PUT
    @Path("answer")
    @Operation(summary = "The caller's own answer as a participant")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = OwnAnswer.class), example = "{\"answer\":\"ACCEPTED\"}"))
    @APIResponse(responseCode = "200", description = "as it is now")
    @APIResponse(responseCode = "400", description = "no such answer")
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    @APIResponse(responseCode = "422", description = "invitation-not-invited")
    public Response answer(@PathParam("id") String id, String body) {
        long event = Params.id("event", id);
        invitations.of(event);
        var answer = Json.read(body, OwnAnswer.class).answer();
        if (answer == null) {
            throw BusinessException.invalid("answer", "required");
        }
        return Response.ok(invitations.answer(event, answer)).build();
    }
}
