package fr.tiers.organisation.web;

import fr.tiers.codelist.CodeList;
import fr.tiers.codelist.web.CodeListResource;
import fr.tiers.kernel.web.Json;
import fr.tiers.tier.TierType;
import fr.tiers.tier.TierTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
                    + "\"icon\":\"pi-link\",\"position\":60,\"active\":true,\"byDefault\":false}";

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
            Boolean byDefault) {}

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
                Boolean.TRUE.equals(body.byDefault()));
    }

    @Override
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    public Response create(String body) {
        return super.create(body);
    }

    @Override
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    public Response replace(String code, String body) {
        return super.replace(code, body);
    }
}
