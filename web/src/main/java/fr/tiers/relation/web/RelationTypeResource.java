package fr.tiers.relation.web;

import fr.tiers.codelist.CodeList;
import fr.tiers.codelist.web.CodeListResource;
import fr.tiers.kernel.web.Json;
import fr.tiers.relation.RelationType;
import fr.tiers.relation.RelationTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The types of relations over REST. */
@Path("relation-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relations")
public class RelationTypeResource extends CodeListResource<RelationType> {

    private static final String EXAMPLE =
            "{\"code\":\"FRANCHISEE\",\"labelFr\":\"Franchisé de\",\"inverseFr\":\"Franchiseur de\",\"labelEn\":\"Franchisee of\","
                    + "\"inverseEn\":\"Franchisor of\",\"symmetric\":false,\"position\":70,\"active\":true}";

    @Inject
    private RelationTypes types;

    /**
     * What is sent of a type.
     *
     * @param labelFr as read from the first tier
     * @param inverseFr as read from the second; not needed when symmetric
     * @param symmetric false when absent; cannot change once relations have the type
     * @param position 100 when absent
     * @param active true when absent
     */
    public record Body(
            String code,
            String labelFr,
            String inverseFr,
            String labelEn,
            String inverseEn,
            Boolean symmetric,
            Integer position,
            Boolean active) {}

    @Override
    protected CodeList<RelationType> list() {
        return types;
    }

    @Override
    protected RelationType read(String text, long version) {
        var body = Json.read(text, Body.class);
        return new RelationType(
                body.code(),
                version,
                body.labelFr(),
                body.inverseFr(),
                body.labelEn(),
                body.inverseEn(),
                Boolean.TRUE.equals(body.symmetric()),
                positionOr(body.position()),
                !Boolean.FALSE.equals(body.active()));
    }

    @POST
    @Operation(summary = "Creates a type")
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
            summary = "Replaces a type; its code never changes",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, also another code")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "in use: symmetric cannot change")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        return replaced(code, body);
    }
}
