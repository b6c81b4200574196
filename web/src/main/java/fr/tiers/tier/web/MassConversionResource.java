package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.tier.MassConversion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conversion of several tiers over REST. */
@Path("tiers/convert")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class MassConversionResource {

    @Inject
    private MassConversion conversion;

    /**
     * Which tiers become what.
     *
     * @param ids at most 200
     * @param to PROSPECT or CUSTOMER
     */
    public record Body(List<Long> ids, String to) {}

    @POST
    @Operation(
            summary = "Converts several tiers, each for itself",
            description =
                    "Outcome of each: CONVERTED, ALREADY, NOT_A_PROSPECT, NO_RIGHT (also for what does not exist), REFUSED with the "
                            + "problem. Repeating the call is harmless.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            example = "{\"ids\":[1001,1002],\"to\":\"CUSTOMER\"}"))
    @APIResponse(responseCode = "200", description = "one result per tier, in the order asked for")
    @APIResponse(responseCode = "400", description = "no ids, more than 200, or an unknown target")
    public Answers.Items<MassConversion.Result> convert(String body) {
        var wish = Json.read(body, Body.class);
        return new Answers.Items<>(conversion.convert(wish.ids(), wish.to()));
    }
}
