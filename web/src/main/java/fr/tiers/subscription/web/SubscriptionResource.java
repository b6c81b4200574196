package fr.tiers.subscription.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.subscription.FollowedTier;
import fr.tiers.subscription.SubscriptionSettings;
import fr.tiers.subscription.Subscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

/** All that the caller follows, and how the caller wants to be told. */
@Path("subscriptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class SubscriptionResource {

    private static final String EXAMPLE =
            "{\"automatic\":true,\"onScreen\":true,\"mail\":\"DAILY\",\"codes\":[\"BLOCKED\",\"LIMIT_CROSSED\",\"NOTE_ADDED\"]}";

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The tiers that the caller follows, by name")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = FollowedTier[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @QueryParam("left")
                    @Parameter(
                            description = "`true`: those that were left although they would be followed by themselves")
                    String left,
            @BeanParam Paging paging) {
        return answers.page(
                subscriptions.page(Boolean.TRUE.equals(Params.bool("left", left)), paging.after(), paging.limit()));
    }

    @GET
    @Path("settings")
    @Operation(summary = "How the caller wants to be told")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = SubscriptionSettings.class)))
    public Response settings() {
        var settings = subscriptions.settings();
        return answers.read(settings, settings.version());
    }

    @PUT
    @Path("settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says how the caller wants to be told; what is left out is as the program comes",
            description =
                    "`mail`: NONE, AT_ONCE, DAILY or WEEKLY. `codes`: see `/happenings`. If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = SubscriptionSettings.Wish.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "412", description = "changed elsewhere since")
    public Response change(String body) {
        long version = answers.requiredVersion("subscription-settings", "own");
        var settings = subscriptions.change(version, Json.read(body, SubscriptionSettings.Wish.class));
        return answers.changed(settings, settings.version());
    }
}
