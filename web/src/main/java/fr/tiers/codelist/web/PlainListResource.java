package fr.tiers.codelist.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.kernel.web.Json;
import jakarta.ws.rs.Consumes;
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

/** A list whose entries have nothing special, over REST. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class PlainListResource extends CodeListResource<PlainEntry> {

    private static final String EXAMPLE =
            "{\"code\":\"EXPORT\",\"labelFr\":\"Export\",\"labelEn\":\"Export\",\"position\":60,\"active\":true}";

    /**
     * What is sent of an entry.
     *
     * @param position 100 when absent
     * @param active true when absent
     */
    @Schema(name = "ListEntry")
    public record Body(String code, String labelFr, String labelEn, Integer position, Boolean active) {}

    @Override
    protected PlainEntry read(String text, long version) {
        var body = Json.read(text, Body.class);
        return new PlainEntry(
                body.code(),
                version,
                body.labelFr(),
                body.labelEn(),
                positionOr(body.position()),
                !Boolean.FALSE.equals(body.active()));
    }

    @POST
    @Operation(summary = "Creates an entry")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return created(body);
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Replaces an entry; its code never changes",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, also another code")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        return replaced(code, body);
    }
}
