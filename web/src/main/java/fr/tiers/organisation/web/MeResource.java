package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.organisation.UserRow;
import fr.tiers.organisation.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is calling. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class MeResource {

    @Inject
    private Users users;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The caller: name, language, roles, sales units")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = UserRow.class)))
    @APIResponse(responseCode = "401", description = "nobody is signed in")
    public Response read() {
        return answers.read(users.me());
    }
}
