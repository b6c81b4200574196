package fr.tiers.quality.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.quality.Quality;
import fr.tiers.quality.QualityDay;
import fr.tiers.quality.QualityView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The quality index of a tier over REST. */
@Path("tiers/{id}/quality")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
public class QualityResource {

    @Inject
    private Quality quality;

    @Inject
    private Answers answers;

    @PathParam("id")
    private String id;

    @GET
    @Operation(
            summary = "Score, maximum and each point",
            description =
                    "The score is the sum of what was earned; missing names the field or tab that would earn the point.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag of its content",
            content = @Content(schema = @Schema(implementation = QualityView.class)))
    @APIResponse(responseCode = "404", description = "no such tier")
    public Response read() {
        return answers.read(quality.ofTier(Params.id("tier", id)));
    }

    @GET
    @Path("history")
    @Operation(summary = "The days on which the score changed, oldest first")
    @APIResponse(responseCode = "200", description = "at most the last 400")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Answers.Items<QualityDay> history() {
        return new Answers.Items<>(quality.history(Params.id("tier", id)));
    }
}
