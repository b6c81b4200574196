package fr.tiers.event.web;

import fr.tiers.codelist.CodeList;
import fr.tiers.codelist.web.CodeListResource;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventType;
import fr.tiers.event.EventTypes;
import fr.tiers.kernel.web.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** The types of events over REST. */
@Path("event-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventTypeResource extends CodeListResource<EventType> {

    private static final String EXAMPLE =
            "{\"code\":\"WEBINAR\",\"kind\":\"MEETING\",\"labelFr\":\"Webinaire\",\"labelEn\":\"Webinar\",\"colour\":\"teal\","
                    + "\"icon\":\"pi-video\",\"position\":70,\"active\":true}";

    @Inject
    private EventTypes types;

    /**
     * What is sent of a type.
     *
     * @param kind CALL, EMAIL, NOTE, MEETING or TASK: which fields its events have; never changes
     * @param colour grey, blue, green, orange, red, purple or teal
     * @param icon name of a PrimeIcon
     * @param position 100 when absent
     * @param active true when absent
     */
    public record Body(
            String code,
            EventKind kind,
            String labelFr,
            String labelEn,
            String colour,
            String icon,
            Integer position,
            Boolean active) {}

    @Override
    protected CodeList<EventType> list() {
        return types;
    }

    @Override
    protected EventType read(String text, long version) {
        var body = Json.read(text, Body.class);
        return new EventType(
                body.code(),
                version,
                body.kind(),
                body.labelFr(),
                body.labelEn(),
                body.colour(),
                body.icon(),
                positionOr(body.position()),
                !Boolean.FALSE.equals(body.active()));
    }

    @POST
    @Operation(summary = "Creates a type")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return created(body);
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Replaces a type; its code and kind never change",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, also another code or kind")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        return replaced(code, body);
    }
}
