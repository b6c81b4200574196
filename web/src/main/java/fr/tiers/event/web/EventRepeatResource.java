package fr.tiers.event.web;

import fr.tiers.event.Series;
import fr.tiers.event.SeriesView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.recurrence.Rule;
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

/** The series that an event is in, or becomes the first of. */
@Path("events/{id}/series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Event series")
public class EventRepeatResource {

    private static final String RULE = "{\"frequency\":\"WEEKLY\",\"weekdays\":[\"TUESDAY\"],\"count\":10}";

    @Inject
    private Series series;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The series that the event is in")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "404", description = "no such event for this caller, or it stands alone")
    public Response read(@PathParam("id") String id) {
        long event = Params.id("event", id);
        return answers.read(series.of(event).orElseThrow(() -> BusinessException.notFound("event-series", id)));
    }

    @PUT
    @Operation(
            summary = "Makes an event that stands alone the first of a series",
            description =
                    "If-Match is the version of the event. Where the rule does not have its day it goes to the first that it has. "
                            + "Its guests get one update of their invitation.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Rule.class), example = RULE))
    @APIResponse(
            responseCode = "200",
            description = "the series",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "may not change the event")
    @APIResponse(responseCode = "404", description = "the event does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    @APIResponse(responseCode = "422", description = "event-repeats")
    public Response repeat(@PathParam("id") String id, String body) {
        long event = Params.id("event", id);
        series.of(event);
        var made = series.repeat(event, answers.requiredVersion("event", event), Json.read(body, Rule.class));
        return answers.changed(made, made.version());
    }
}
