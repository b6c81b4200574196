package fr.tiers.address.web;

import fr.tiers.address.AddressCommand;
import fr.tiers.address.AddressView;
import fr.tiers.address.Addresses;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The further addresses of a tier over REST. */
@Path("tiers/{id}/addresses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class AddressesOfTierResource {

    static final String EXAMPLE =
            """
            {"label":"Entrepôt","line1":"3 quai de la Loire","postalCode":"44000","city":"Nantes","country":"FR","usages":["DELIVERY"],\
            "defaultFor":["DELIVERY"],"from":"2026-12-01","phone":"01 99 00 12 34","accessCode":"A1234",\
            "openingHours":[{"day":"MONDAY","from":"08:00","to":"12:00"}],"site":{"name":"Quai Nord","closedOnHolidays":true,\
            "exceptions":[{"date":"2026-12-24","from":"08:00","to":"11:00","reason":"Veille de fête"}],\
            "habilitations":[{"type":"FORKLIFT","level":3,"mandatory":true}]}}""";

    @Inject
    private Addresses addresses;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The further addresses of a tier",
            description =
                    "Those in use first, then by label. The main address stands on the tier itself. At most some hundreds: no pages.")
    @APIResponse(
            responseCode = "200",
            description = "all of them",
            content = @Content(schema = @Schema(implementation = AddressView[].class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Answers.Items<AddressView> list(@PathParam("id") String id) {
        return new Answers.Items<>(addresses.ofTier(Params.id("tier", id)));
    }

    @POST
    @Operation(
            summary = "Adds an address",
            description = "Each usage in defaultFor is taken from the address that was its default over the same time.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AddressCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "added; Location names it",
            content = @Content(schema = @Schema(implementation = AddressView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role changes no addresses")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response add(@PathParam("id") String id, String body) {
        long tier = Params.id("tier", id);
        return answers.once(body, () -> {
            var address = addresses.add(tier, Json.read(body, AddressCommand.class));
            return answers.created("addresses/" + address.id(), address, address.version());
        });
    }
}
