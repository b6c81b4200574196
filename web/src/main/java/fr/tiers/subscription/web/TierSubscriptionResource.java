package fr.tiers.subscription.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.subscription.SubscriptionState;
import fr.tiers.subscription.Subscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the caller follows one tier. */
@Path("tiers/{id}/subscription")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class TierSubscriptionResource {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "Whether the caller follows the tier, and why",
            description = "CHOSEN, or by itself as OWNER, REPRESENTATIVE or COLLABORATOR unless that was turned off.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = SubscriptionState.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(subscriptions.state(Params.id("tier", id)));
    }

    @PUT
    @Operation(summary = "Follows the tier; doing it twice changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = SubscriptionState.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public SubscriptionState follow(@PathParam("id") String id) {
        return subscriptions.follow(Params.id("tier", id));
    }

    @DELETE
    @Operation(
            summary = "Follows the tier no longer",
            description = "Also when it is followed by itself: it stays left until it is followed again.")
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = SubscriptionState.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public SubscriptionState leave(@PathParam("id") String id) {
        return subscriptions.leave(Params.id("tier", id));
    }
}
