package fr.tiers.event.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventView;
import fr.tiers.event.Events;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The events of a tier. */
@Path("tiers/{id}/events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class TierEventResource {

    private static final String EXAMPLE =
            "{\"type\":\"CALL\",\"subject\":\"Relance du devis\",\"start\":\"2026-11-20T09:00:00Z\"}";

    @Inject
    private Events events;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The events of a tier, latest first; at most 500")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = EventView[].class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(@PathParam("id") String id) {
        return answers.read(new Answers.Items<>(events.ofTier(Params.id("tier", id))));
    }

    @POST
    @Operation(summary = "Notes an event")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "noted",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response add(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        events.ofTier(tierId);
        return answers.once(body, () -> answers.done(201, events.add(tierId, Json.read(body, EventCommand.class))));
    }
}
