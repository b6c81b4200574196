package fr.tiers.access.web;

import fr.tiers.access.AccessExplanation;
import fr.tiers.access.AccessExplanation.UserAccess;
import fr.tiers.access.Action;
import fr.tiers.access.Explanation.Reasoned;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why somebody may see a tier, or do something with it. */
@Path("tiers/{id}/access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class TierAccessResource {

    @Inject
    private AccessExplanation explanations;

    @Inject
    private Answers answers;

    /**
     * What one user may do.
     *
     * @param user login
     * @param actions what is possible, each with all that opens it; empty for somebody who does not see the tier
     */
    public record Access(String user, String displayName, Map<Action, List<Reasoned>> actions) {

        static Access of(UserAccess access) {
            return new Access(
                    access.user(), access.displayName(), access.explanation().actions());
        }
    }

    @GET
    @Operation(
            summary = "Why the caller may see and change the tier",
            description =
                    "Grants: OWNER, REPRESENTATIVE, COLLABORATOR, AGENCY, STRUCTURE, ALL, EXTRANET; through names the unit,"
                            + " agency, collaborator type or role. ?user= asks for somebody else: administrators and sales managers.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content =
                    @Content(
                            schema = @Schema(implementation = Access.class),
                            example =
                                    "{\"user\":\"sales\",\"displayName\":\"Léa Martin\",\"actions\":{\"READ\":[{\"grant\":\"STRUCTURE\","
                                            + "\"through\":\"Secteur Bretagne\"}]}}"))
    @APIResponse(responseCode = "400", description = "no active user has this login")
    @APIResponse(
            responseCode = "403",
            description = "another user, and the caller is neither administrator nor sales manager")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response read(@PathParam("id") String id, @QueryParam("user") String user) {
        long tierId = Params.id("tier", id);
        var login = Params.text("user", user);
        return answers.read(Access.of(login == null ? explanations.mine(tierId) : explanations.of(tierId, login)));
    }

    @GET
    @Path("users")
    @Operation(summary = "Who sees the tier, each with the reasons", description = "Active users by name.")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response users(@PathParam("id") String id) {
        var users = explanations.whoSees(Params.id("tier", id)).stream()
                .map(Access::of)
                .toList();
        return answers.read(new Answers.Items<>(users));
    }
}
