package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.organisation.UserRow;
import fr.tiers.organisation.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Users over REST, for administrators. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class UserResource {

    private static final String EXAMPLE =
            "{\"login\":\"l.martin\",\"displayName\":\"Léa Martin\",\"email\":\"l.martin@acme.example\",\"language\":\"fr\","
                    + "\"password\":\"une phrase de passe\",\"roles\":[\"SALES\"],\"salesUnits\":[\"LYON\"],\"groups\":[]}";

    @Inject
    private Users users;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "All users, by name")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Answers.Items<UserRow> list() {
        return new Answers.Items<>(users.all());
    }

    @POST
    @Operation(
            summary = "Creates a user",
            description = "The password: at least 12 characters, at most 72 bytes, without the login in it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserBody.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var user = users.get(users.create(Json.read(body, UserBody.class).command()));
            return answers.created("users/" + user.id(), user, user.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One user")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = UserRow.class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var user = users.get(Params.id("user", id));
        return answers.read(user, user.version());
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Replaces a user; without a password the old one stays",
            description =
                    "If-Match is required: 428 without, 412 when stale. Another role, password or activity ends the user's access tokens.")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserBody.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "nobody takes the administration from oneself")
    public Response replace(@PathParam("id") String id, String body) {
        long userId = users.get(Params.id("user", id)).id();
        users.update(
                userId,
                answers.requiredVersion("user", userId),
                Json.read(body, UserBody.class).command());
        var user = users.get(userId);
        return answers.changed(user, user.version());
    }
}
