package fr.tiers.happening.web;

import fr.tiers.happening.HappeningView;
import fr.tiers.happening.Happenings;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
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

/** The catalogue of business happenings over REST. */
@Path("happenings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Happenings")
public class HappeningResource {

    @Inject
    private Happenings happenings;

    @Inject
    private Answers answers;

    /** @param writesEvent whether a line is written among the events of the tier */
    public record Body(Boolean writesEvent) {}

    @GET
    @Operation(
            summary = "What may happen with a tier",
            description =
                    "A closed catalogue: subscriptions choose from it, and administrators say what is written among the events.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = HappeningView[].class)))
    public Response list() {
        return answers.read(new Answers.Items<>(happenings.all()));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One code of the catalogue")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = HappeningView.class)))
    @APIResponse(responseCode = "404", description = "no such code")
    public Response read(@PathParam("code") String code) {
        var happening = happenings.get(code);
        return answers.read(happening, happening.version());
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Says whether a line is written among the events of the tier, from now on",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"writesEvent\":true}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "no such code")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "this code is an event already")
    public Response change(@PathParam("code") String code, String body) {
        happenings.get(code);
        long version = answers.requiredVersion("happening", code);
        var wanted = Json.read(body, Body.class).writesEvent();
        if (wanted == null) {
            throw BusinessException.invalid("writesEvent", "required");
        }
        var happening = happenings.change(code, version, wanted);
        return answers.changed(happening, happening.version());
    }
}
