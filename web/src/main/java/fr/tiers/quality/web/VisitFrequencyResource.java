package fr.tiers.quality.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.quality.Quality;
import fr.tiers.quality.VisitFrequency;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How often those who work on a tier mean to visit it, over REST. */
@Path("tiers/{id}/visit-frequencies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
public class VisitFrequencyResource {

    @Inject
    private Quality quality;

    @PathParam("id")
    private String id;

    /** @param visitsPerYear 1 to 366; null or absent takes it back */
    public record Body(Integer visitsPerYear) {}

    @GET
    @Operation(summary = "The owner and the collaborators with the visits they plan a year")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Answers.Items<VisitFrequency> list() {
        return new Answers.Items<>(quality.visits(Params.id("tier", id)));
    }

    @PUT
    @Path("{user}")
    @Operation(
            summary = "Says how often the owner or a collaborator means to visit",
            description = "Idempotent; what is sent last counts, so no If-Match is asked for.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Body.class), example = "{\"visitsPerYear\":6}"))
    @APIResponse(responseCode = "200", description = "all of them as they are now")
    @APIResponse(responseCode = "400", description = "out of range, or nobody who works on the tier")
    @APIResponse(responseCode = "403", description = "the caller's role does not plan visits")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Answers.Items<VisitFrequency> plan(@PathParam("user") String user, String body) {
        long tierId = Params.id("tier", id);
        quality.visits(tierId);
        return new Answers.Items<>(quality.plan(
                tierId, Params.text("user", user), Json.read(body, Body.class).visitsPerYear()));
    }
}
