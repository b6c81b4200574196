package fr.tiers.organisation.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
public class TierTypeResource {

    private static final String EXAMPLE =
            "{\"code\":\"PARTNER\",\"function\":\"NONE\",\"labelFr\":\"Partenaire\",\"labelEn\":\"Partner\",\"colour\":\"teal\","
                    + "\"icon\":\"pi-link\",\"position\":60,\"active\":true,\"byDefault\":false,"
                    + "\"requiredFields\":[\"siret\",\"address.city\"]}";

    @Inject
    private TierTypes types;

    @Inject
    private Answers answers;

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
            List<String> requiredFields) {

        private TierType type(long version) {
            return new TierType(
                    code,
                    version,
                    function,
                    labelFr,
                    labelEn,
                    colour,
                    icon,
                    position == null ? 100 : position,
                    active == null || active,
                    byDefault != null && byDefault,
                    requiredFields);
        }
    }

    @GET
    @Operation(summary = "The types of tiers in their order")
    public Answers.Items<TierType> list() {
        return new Answers.Items<>(types.all());
    }

    @POST
    @Operation(summary = "Creates a type")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var wish = Json.read(body, Body.class).type(0);
            types.create(wish);
            var type = types.get(wish.code());
            return answers.created("tier-types/" + type.code(), type, type.version());
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One type")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = TierType.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("code") String code) {
        var type = types.get(code);
        return answers.read(type, type.version());
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
        types.get(code);
        var wish = Json.read(body, Body.class).type(answers.requiredVersion("tier-type", code));
        if (!code.equals(wish.code())) {
            throw BusinessException.invalid("code", "immutable", code);
        }
        types.update(wish);
        var type = types.get(code);
        return answers.changed(type, type.version());
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Deletes a type that no tier has")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "in use: deactivate it instead")
    public Response delete(@PathParam("code") String code) {
        types.get(code);
        types.delete(code);
        return Response.noContent().build();
    }
}
