package fr.tiers.collaborator.web;

import fr.tiers.collaborator.ExtranetAccess;
import fr.tiers.collaborator.ExtranetAccess.ExtranetUser;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Who sees a tier from outside. */
@Path("tiers/{id}/extranet-users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
public class ExtranetUserResource {

    @Inject
    private ExtranetAccess extranet;

    @Inject
    private Answers answers;

    /** @param user login of an active extranet user */
    public record Body(String user) {}

    @GET
    @Operation(
            summary = "The extranet users who see the tier, and why",
            description = "through TIER: granted to the tier.")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Answers.Items<ExtranetUser> list(@PathParam("id") String id) {
        return new Answers.Items<>(extranet.ofTier(Params.id("tier", id)));
    }

    @POST
    @Operation(summary = "Opens the tier to an extranet user", description = "Granting twice changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"user\":\"c.client\"}"))
    @APIResponse(responseCode = "201", description = "granted; Location names it")
    @APIResponse(responseCode = "400", description = "no active extranet user has this login")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response grant(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        return answers.once(body, () -> {
            var user = extranet.grant(tierId, Json.read(body, Body.class).user());
            return answers.created("tiers/" + tierId + "/extranet-users/" + user.user(), user, null);
        });
    }

    @GET
    @Path("{user}")
    @Operation(summary = "One extranet user who sees the tier")
    @APIResponse(
            responseCode = "404",
            description = "the tier does not exist for this caller, or the user does not see it")
    public Response read(@PathParam("id") String id, @PathParam("user") String user) {
        return answers.read(extranet.ofTier(Params.id("tier", id)).stream()
                .filter(each -> each.user().equals(user))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("extranet-user", user)));
    }

    @DELETE
    @Path("{user}")
    @Operation(summary = "Closes the tier to an extranet user, at once")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "without the right to assign")
    @APIResponse(
            responseCode = "404",
            description = "the tier does not exist for this caller, or the user does not see it")
    public Response revoke(@PathParam("id") String id, @PathParam("user") String user) {
        extranet.revoke(Params.id("tier", id), user);
        return Response.noContent().build();
    }
}
