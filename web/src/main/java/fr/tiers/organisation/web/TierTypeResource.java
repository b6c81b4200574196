package fr.tiers.organisation.web;

import fr.tiers.codelist.CodeList;
import fr.tiers.codelist.web.CodeListResource;
import fr.tiers.kernel.web.Json;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The types of tiers over REST. */
@Path("tier-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class TierTypeResource extends CodeListResource<TierType> {

    private static final String EXAMPLE =
            "{\"code\":\"PARTNER\",\"function\":\"NONE\",\"labelFr\":\"Partenaire\",\"labelEn\":\"Partner\",\"colour\":\"teal\","
                    + "\"icon\":\"pi-link\",\"position\":60,\"active\":true,\"byDefault\":false,"
                    + "\"requiredFields\":[\"siret\",\"address.city\"]}";

    @Inject
    private TierTypes types;

    /**
     * What is sent of a type.
     *
     * @param function NONE, SUSPECT, PROSPECT, CUSTOMER, SUPPLIER or SUBCONTRACTOR
     * @param colour grey, blue, green, orange, red, purple or teal
     * @param icon name of a PrimeIcon
     * @param position 100 when absent
     * @param active true when absent
     * @param byDefault false when absent
     * @param requiredFields what a tier of the type must say besides name and type; none when absent
     */
    public record Body(
            String code,
            String function,
            String labelFr,
            String labelEn,
            String colour,
            String icon,
            Integer position,
            Boolean active,
            Boolean byDefault,
            List<String> requiredFields) {}

    @Override
    protected CodeList<TierType> list() {
        return types;
    }

    @Override
    protected TierType read(String text, long version) {
        var body = Json.read(text, Body.class);
        return new TierType(
                body.code(),
                version,
                body.function(),
                body.labelFr(),
                body.labelEn(),
                body.colour(),
                body.icon(),
                positionOr(body.position()),
                !Boolean.FALSE.equals(body.active()),
                Boolean.TRUE.equals(body.byDefault()),
                body.requiredFields());
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
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        return replaced(code, body);
    }
}
