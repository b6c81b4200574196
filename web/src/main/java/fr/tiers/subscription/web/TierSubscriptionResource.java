package fr.tiers.subscription.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.subscription.SubscriptionState;
import fr.tiers.subscription.Subscriptions;
import fr.tiers.subscription.TierChoice;
import fr.tiers.subscription.TierChoices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private TierChoices choices;

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

    @GET
    @Path("codes")
    @Operation(
            summary = "Of what the caller is told of this tier",
            description = "`own` is false as long as nothing was chosen for it: the codes are those of all tiers then.")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = TierChoice.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response codes(@PathParam("id") String id) {
        var choice = choices.of(Params.id("tier", id));
        return answers.read(choice, choice.version());
    }

    @PUT
    @Path("codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says of what the caller is told of this tier alone",
            description =
                    "Whether it is followed stays as it is. An empty list: of nothing. If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TierChoice.Wish.class),
                            example = "{\"codes\":[\"BLOCKED\",\"LIMIT_CROSSED\"]}"))
    @APIResponse(
            responseCode = "200",
            description = "as it stands now, with its new ETag",
            content = @Content(schema = @Schema(implementation = TierChoice.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(responseCode = "412", description = "changed elsewhere since")
    public Response choose(@PathParam("id") String id, String body) {
        long tier = Params.id("tier", id);
        choices.of(tier);
        long version = answers.requiredVersion("subscription-choice", id);
        var choice = choices.change(tier, version, Json.read(body, TierChoice.Wish.class));
        return answers.changed(choice, choice.version());
    }

    @DELETE
    @Path("codes")
    @Operation(summary = "Tells the caller the same of this tier as of all others; doing it twice changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = TierChoice.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public TierChoice forget(@PathParam("id") String id) {
        return choices.reset(Params.id("tier", id));
    }
}
