package fr.tiers.event.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventView;
import fr.tiers.event.Series;
import fr.tiers.event.SeriesScope;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that come again, by a rule. */
@Path("event-series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Event series")
public class EventSeriesResource {

    private static final String NEW =
            """
            {"tierId":12,"event":{"type":"TASK","subject":"Appeler le magasin","task":{"dueOn":"2026-11-24"}},\
            "rule":{"frequency":"WEEKLY","interval":2,"weekdays":["TUESDAY"],"count":10}}""";
    private static final String EVENT =
            "{\"type\":\"TASK\",\"subject\":\"Appeler le magasin\",\"task\":{\"dueOn\":\"2026-11-25\"}}";
    private static final String RULE = "{\"frequency\":\"MONTHLY\",\"nth\":-1,\"weekdays\":[\"FRIDAY\"]}";
    private static final String SCOPE = "THIS (also when absent), FOLLOWING or ALL";

    @Inject
    private Series series;

    @Inject
    private Answers answers;

    /**
     * A new series.
     *
     * @param tierId absent for events that are about no tier
     * @param event its first day is the first one from `start` (or `task.dueOn`) on that the rule has
     */
    public record NewSeries(Long tierId, EventCommand event, Rule rule) {}

    @POST
    @Operation(
            summary = "Starts a series",
            description = "Its events are made 18 months ahead, or to its end, and are events like any other.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewSeries.class), example = NEW))
    @APIResponse(
            responseCode = "201",
            description = "Location names it",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, of the rule as well")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response create(String body) {
        return answers.once(body, () -> {
            var sent = Json.read(body, NewSeries.class);
            if (sent.event() == null) {
                throw BusinessException.invalid("event", "required");
            }
            var made = series.create(sent.tierId(), sent.event(), sent.rule());
            return answers.created("event-series/" + made.id(), made, made.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A series with the events of it that the caller may see, at most 200")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "404", description = "none of its events is this caller's to see")
    public Response read(@PathParam("id") String id) {
        return answers.read(series.get(Params.id("event-series", id)));
    }

    @PUT
    @Path("{id}/events/{event}")
    @Operation(
            summary = "Changes one event of the series, it and the following, or all",
            description =
                    "If-Match is the version of the event. Exceptions and what is done stay as they are; with ALL what has been keeps "
                            + "its time. FOLLOWING makes a series of its own of it and those after it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventCommand.class), example = EVENT))
    @APIResponse(
            responseCode = "200",
            description = "the event as it is now",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "no such event in the series for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response update(
            @PathParam("id") String id,
            @PathParam("event") String event,
            @QueryParam("scope") @DefaultValue("THIS") @Parameter(description = SCOPE) String scope,
            String body) {
        long eventId = known(id, event);
        var changed = series.update(
                eventId, answers.requiredVersion("event", eventId), Json.read(body, EventCommand.class), scope(scope));
        return answers.changed(changed, changed.version());
    }

    @PUT
    @Path("{id}/events/{event}/rule")
    @Operation(
            summary = "From this event on the series follows another rule",
            description =
                    "If-Match is the version of the event. What stands on a day that the new rule has as well stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Rule.class), example = RULE))
    @APIResponse(
            responseCode = "200",
            description = "the series that has the new rule: a new one unless the event was the first",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "no such event in the series for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response updateRule(@PathParam("id") String id, @PathParam("event") String event, String body) {
        long eventId = known(id, event);
        var changed =
                series.updateRule(eventId, answers.requiredVersion("event", eventId), Json.read(body, Rule.class));
        return answers.changed(changed, changed.version());
    }

    @DELETE
    @Path("{id}/events/{event}")
    @Operation(
            summary = "Deletes one event of the series, it and the following, or all that are still to come",
            description = "If-Match is the version of the event. What is done and what has been stays.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "no such event in the series for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response delete(
            @PathParam("id") String id,
            @PathParam("event") String event,
            @QueryParam("scope") @DefaultValue("THIS") @Parameter(description = SCOPE) String scope) {
        long eventId = known(id, event);
        series.delete(eventId, answers.requiredVersion("event", eventId), scope(scope));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/events/{event}/cancel")
    @Operation(
            summary = "Calls off one event of the series, it and the following, or all that are still to come",
            description = "If-Match is the version of the event. Unless it is for one event, none is made any more.")
    @APIResponse(responseCode = "204", description = "called off")
    @APIResponse(responseCode = "404", description = "no such event in the series for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response cancel(
            @PathParam("id") String id,
            @PathParam("event") String event,
            @QueryParam("scope") @DefaultValue("THIS") @Parameter(description = SCOPE) String scope) {
        long eventId = known(id, event);
        series.cancel(eventId, answers.requiredVersion("event", eventId), scope(scope));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/events/{event}/end")
    @Operation(
            summary = "Ends the series with this event",
            description = "If-Match is the version of the event. What was still to come after it is deleted.")
    @APIResponse(responseCode = "204", description = "ended")
    @APIResponse(responseCode = "404", description = "no such event in the series for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response end(@PathParam("id") String id, @PathParam("event") String event) {
        long eventId = known(id, event);
        series.end(eventId, answers.requiredVersion("event", eventId));
        return Response.noContent().build();
    }

    private long known(String id, String event) {
        long eventId = Params.id("event", event);
        long seriesId = Params.id("event-series", id);
        if (series.of(eventId).filter(found -> found.id() == seriesId).isEmpty()) {
            throw BusinessException.notFound("event", event);
        }
        return eventId;
    }

    private static SeriesScope scope(String text) {
        return Stream.of(SeriesScope.values())
                .filter(scope -> scope.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("scope", "unknown-value", Params.text("scope", text)));
    }
}
