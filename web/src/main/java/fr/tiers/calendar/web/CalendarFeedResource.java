package fr.tiers.calendar.web;

import fr.tiers.calendar.CalendarFeeds;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The secret address of the caller's own agenda for other calendar programs. */
@Path("calendar-feed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
public class CalendarFeedResource {

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private Answers answers;

    @Inject
    private FeedAddress address;

    /** @param privateDetails whether private entries say what they are; false when absent */
    public record Body(Boolean privateDetails) {}

    /** @param url shown this once */
    public record NewFeed(String url, CalendarFeeds.State state) {}

    @GET
    @Operation(summary = "Whether there is an address, without the address itself")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = CalendarFeeds.State.class)))
    public Response get() {
        return answers.read(feeds.state());
    }

    @POST
    @Operation(
            summary = "A new address, shown this once; the one before is worth nothing any more",
            description =
                    "Asked with Basic or a session. An Idempotency-Key has no effect: an address is never kept to be shown again.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"privateDetails\":false}"))
    @APIResponse(
            responseCode = "201",
            description = "made",
            content = @Content(schema = @Schema(implementation = NewFeed.class)))
    @APIResponse(responseCode = "403", description = "token-from-token")
    public Response renew(String body) {
        if (answers.byToken()) {
            // else a stolen token could outlive its own revocation
            throw new BusinessException(BusinessException.Kind.FORBIDDEN, "token-from-token");
        }
        var details = Boolean.TRUE.equals(Json.read(body, Body.class).privateDetails());
        var url = address.of(feeds.renew(details));
        return Response.status(201)
                .location(answers.location("calendar-feed"))
                .entity(new NewFeed(url, feeds.state()))
                .build();
    }

    @PUT
    @Operation(summary = "Changes what private entries say there; the address stays")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"privateDetails\":true}"))
    @APIResponse(responseCode = "200", description = "as it is now")
    public Response choose(String body) {
        return Response.ok(feeds.choose(
                        Boolean.TRUE.equals(Json.read(body, Body.class).privateDetails())))
                .build();
    }

    @DELETE
    @Operation(summary = "Revokes the address at once")
    @APIResponse(responseCode = "204", description = "nothing is read there any more")
    public Response revoke() {
        feeds.revoke();
        return Response.noContent().build();
    }
}
