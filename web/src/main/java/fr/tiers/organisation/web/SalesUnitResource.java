package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Structure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** The tree of sales units over REST. */
@Path("sales-units")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class SalesUnitResource {

    private static final String EXAMPLE = "{\"parent\":\"SUD\",\"code\":\"LYON-1\",\"name\":\"Lyon centre\"}";

    @Inject
    private Organisation organisation;

    @Inject
    private Structure structure;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The sales units in the order of their tree")
    public Answers.Items<Organisation.SalesUnitRow> list() {
        return new Answers.Items<>(organisation.salesUnits());
    }

    @POST
    @Operation(summary = "Creates a sales unit")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Structure.SalesUnitCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var row = organisation.salesUnit(
                    structure.createSalesUnit(Json.read(body, Structure.SalesUnitCommand.class)));
            return answers.created("sales-units/" + row.id(), row, row.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One sales unit")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = Organisation.SalesUnitRow.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var row = organisation.salesUnit(Params.id("sales-unit", id));
        return answers.read(row, row.version());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a sales unit", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Structure.SalesUnitCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    @APIResponse(responseCode = "422", description = "it would hang below itself")
    public Response replace(@PathParam("id") String id, String body) {
        long row = organisation.salesUnit(Params.id("sales-unit", id)).id();
        long version = answers.requiredVersion("sales-unit", row);
        structure.updateSalesUnit(row, version, Json.read(body, Structure.SalesUnitCommand.class));
        var changed = organisation.salesUnit(row);
        return answers.changed(changed, changed.version());
    }
}
