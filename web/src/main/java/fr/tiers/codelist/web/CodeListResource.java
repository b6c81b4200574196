package fr.tiers.codelist.web;

import fr.tiers.codelist.CodeEntry;
import fr.tiers.codelist.CodeList;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * An administered list over REST: everybody reads it, administrators write. The class of a list says its path, how a body is read, and what
 * a body is: POST and PUT are declared there, with an example.
 *
 * @param <T> its entries
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
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

    /** What the POST of a list does. */
    protected Response created(String body) {
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

    /** What the PUT of an entry does. */
    protected Response replaced(String code, String body) {
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
