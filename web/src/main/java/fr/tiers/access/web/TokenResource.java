package fr.tiers.access.web;

import fr.tiers.access.AccessTokens;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own access tokens. */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access tokens")
public class TokenResource {

    @Inject
    private AccessTokens tokens;

    @Inject
    private Answers answers;

    /**
     * What is asked for.
     *
     * @param scopes read, write; both when absent
     * @param expiresAt 90 days from now when absent; at most 366 days
     */
    public record Wish(String name, List<String> scopes, Instant expiresAt) {}

    @GET
    @Operation(summary = "The caller's live tokens, without the tokens themselves")
    public Answers.Items<AccessTokens.TokenRow> list() {
        return new Answers.Items<>(tokens.mine());
    }

    @POST
    @Operation(
            summary = "A new token, shown this once",
            description =
                    "Asked with Basic or a session. An Idempotency-Key has no effect: a token is never kept to be shown again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wish.class),
                            example = "{\"name\":\"ERP\",\"scopes\":[\"read\",\"write\"]}"))
    public Response create(String body) {
        if (answers.byToken()) {
            // else a stolen token could outlive its own revocation
            throw new BusinessException(BusinessException.Kind.FORBIDDEN, "token-from-token");
        }
        var wish = Json.read(body, Wish.class);
        var token = tokens.create(wish.name(), wish.scopes(), wish.expiresAt());
        return Response.status(201)
                .location(answers.location("tokens/" + token.id()))
                .entity(token)
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Revokes a token at once")
    public Response revoke(@PathParam("id") String id) {
        try {
            tokens.revoke(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound("token", id);
        }
        return Response.noContent().build();
    }
}
