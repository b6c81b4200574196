package fr.tiers.duplicate.web;

import fr.tiers.duplicate.DuplicateCluster;
import fr.tiers.duplicate.DuplicateInbox;
import fr.tiers.duplicate.DuplicateVerdict;
import fr.tiers.duplicate.DuplicateVerdicts;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The inbox of probable duplicates, and what was said of pairs. */
@Path("duplicates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class DuplicateResource {

    @Inject
    private DuplicateInbox inbox;

    @Inject
    private DuplicateVerdicts verdicts;

    @Inject
    private Answers answers;

    /** @param reason why they are not the same; optional */
    public record Body(Long tier, Long other, String reason) {}

    @GET
    @Operation(
            summary = "Clusters of tiers that are probably one",
            description = "Likeliest first, as the nightly job has left them; survivor is the one proposed to remain.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DuplicateCluster.class)),
            description = "a page of clusters with at least two members that the caller may see")
    public Response list(
            @QueryParam("minScore") @Parameter(description = "0 to 100", example = "60") String minScore,
            @BeanParam Paging paging) {
        var from = Params.number("minScore", minScore);
        if (from != null && from > 100) {
            throw BusinessException.invalid("minScore", "out-of-range", 0, 100);
        }
        return answers.page(inbox.page(from == null ? null : from.intValue(), paging.after(), paging.limit()));
    }

    @GET
    @Path("verdicts")
    @Operation(summary = "Pairs that somebody said are not the same", description = "Newest first.")
    public Response verdicts(@BeanParam Paging paging) {
        return answers.page(verdicts.page(paging.after(), paging.limit()));
    }

    @POST
    @Path("verdicts")
    @Operation(
            summary = "Says that two tiers are not the same",
            description = "Remembered for the pair: neither the inbox nor the form of either proposes the other again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            example = "{\"tier\":4711,\"other\":4712,\"reason\":\"Sister companies\"}"))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DuplicateVerdict.class)),
            description = "said; saying it twice answers the first verdict")
    @APIResponse(responseCode = "404", description = "one of the two does not exist for this caller")
    public Response say(String body) {
        return answers.once(body, () -> {
            var said = Json.read(body, Body.class);
            var verdict = verdicts.say(said.tier(), said.other(), said.reason());
            return answers.createdBelow(verdict.id(), verdict, null);
        });
    }

    @GET
    @Path("verdicts/{id}")
    @Operation(summary = "What was said of a pair")
    public Response read(@PathParam("id") String id) {
        return answers.read(verdicts.get(Params.id("verdict", id)));
    }

    @DELETE
    @Path("verdicts/{id}")
    @Operation(
            summary = "Takes it back",
            description = "The two may be proposed again. A verdict never changes, so no If-Match is asked for.")
    @APIResponse(responseCode = "204", description = "taken back")
    public Response takeBack(@PathParam("id") String id) {
        verdicts.takeBack(Params.id("verdict", id));
        return Response.noContent().build();
    }
}
