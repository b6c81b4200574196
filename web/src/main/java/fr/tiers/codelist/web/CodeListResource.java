package fr.tiers.codelist.web;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * An administered list over REST: everybody reads it, administrators write. The class of a list says its path and how a body is read, and
 * documents the body.
 *
 * @param <T> its entries
 */
public abstract class CodeListResource<T extends CodeEntry> {

    private static final int USUAL_POSITION = 100;

    @Inject
    private Answers answers;

    protected abstract CodeList<T> list();

    /** @param version that the client has read; 0 for an entry that is not there yet */
    protected abstract T read(String body, long version);

    protected static int positionOr(Integer position) {
        return position == null ? USUAL_POSITION : position;
    }

    @GET
    @Operation(summary = "The entries of the list in their order", description = "Inactive ones are given no more.")
    public Answers.Items<T> all() {
        return new Answers.Items<>(list().all());
    }

    @POST
    @Operation(summary = "Creates an entry")
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var entry = list().create(read(body, 0));
            return answers.createdBelow(entry.code(), entry, entry.version());
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One entry")
    @APIResponse(responseCode = "200", description = "with its version as ETag")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response one(@PathParam("code") String code) {
        var entry = list().get(code);
        return answers.read(entry, entry.version());
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Replaces an entry; its code never changes",
            description = "If-Match is required: 428 without, 412 when stale.")
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, also another code")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "what is in use cannot be changed like this")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        var present = list().get(code);
        var wish = read(body, answers.requiredVersion("list-entry", present.code()));
        if (!code.equals(wish.code())) {
            throw BusinessException.invalid("code", "immutable", code);
        }
        var entry = list().update(wish);
        return answers.changed(entry, entry.version());
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Deletes an entry that nothing uses")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "in use: deactivate it instead")
    public Response delete(@PathParam("code") String code) {
        list().delete(code);
        return Response.noContent().build();
    }
}
