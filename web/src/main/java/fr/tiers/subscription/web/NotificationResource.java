package fr.tiers.subscription.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.subscription.NotificationView;
import fr.tiers.subscription.Notifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's notifications over REST. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationResource {

    @Inject
    private Notifications notifications;

    @Inject
    private Answers answers;

    /**
     * @param unread stops counting at 100
     * @param unreadIsExact false when counting stopped
     */
    public record Count(int unread, boolean unreadIsExact) {}

    /** @param upTo id of the latest notification that was seen */
    public record Seen(Long upTo) {}

    @GET
    @Operation(
            summary = "What the caller was told of tiers followed, latest first",
            description = "Of a tier that is no longer the caller's to see there is none. Forgotten after 90 days.")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = NotificationView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @QueryParam("unread") @Parameter(description = "`true`: unread ones alone") String unread,
            @QueryParam("language") @Parameter(description = "of `text`: fr or en; the caller's own when absent")
                    String language,
            @BeanParam Paging paging) {
        boolean unreadOnly = Boolean.TRUE.equals(Params.bool("unread", unread));
        if (language != null && !"fr".equals(language) && !"en".equals(language)) {
            throw BusinessException.invalid("language", "unknown-value", language);
        }
        return answers.page(notifications.page(unreadOnly, paging.afterId(Long.MAX_VALUE), paging.limit(), language));
    }

    @GET
    @Path("count")
    @Operation(summary = "How many are unread")
    @APIResponse(
            responseCode = "200",
            description = "counted up to 100",
            content = @Content(schema = @Schema(implementation = Count.class)))
    public Count count() {
        int unread = notifications.unread();
        return new Count(unread, unread < Notifications.MOST);
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Marks all as read up to one; what has come since stays unread")
    @RequestBody(content = @Content(schema = @Schema(implementation = Seen.class), example = "{\"upTo\":4711}"))
    @APIResponse(
            responseCode = "200",
            description = "what is still unread",
            content = @Content(schema = @Schema(implementation = Count.class)))
    @APIResponse(responseCode = "400", description = "`upTo` is missing")
    public Response readAll(String body) {
        return answers.once(body, () -> {
            var upTo = Json.read(body, Seen.class).upTo();
            if (upTo == null) {
                throw BusinessException.invalid("upTo", "required");
            }
            notifications.markAllRead(upTo);
            return answers.done(200, count());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One notification")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(notifications.get(Params.id("notification", id)));
    }

    @PUT
    @Path("{id}/read")
    @Operation(summary = "Marks one as read; doing it twice changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public NotificationView markRead(@PathParam("id") String id) {
        return notifications.mark(Params.id("notification", id), true);
    }

    @DELETE
    @Path("{id}/read")
    @Operation(summary = "Marks one as unread again")
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public NotificationView markUnread(@PathParam("id") String id) {
        return notifications.mark(Params.id("notification", id), false);
    }
}
