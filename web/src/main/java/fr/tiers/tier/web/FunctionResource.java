package fr.tiers.tier.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.tier.FormerCode;
import fr.tiers.tier.FunctionBlock;
import fr.tiers.tier.FunctionBlockCommand;
import fr.tiers.tier.FunctionBlocks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What a tier has as a customer and as a supplier, and the codes it had, over REST. */
@Path("tiers/{id}/functions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tiers")
public class FunctionResource {

    private static final String EXAMPLE =
            "{\"accountingAccount\":\"41100042\",\"paymentTerms\":\"30 jours fin de mois\",\"paymentMethod\":\"TRANSFER\",\"discount\":2.5}";

    @Inject
    private FunctionBlocks blocks;

    @Inject
    private Answers answers;

    @PathParam("id")
    private String id;

    /**
     * The blocks of a tier with the codes it had.
     *
     * @param formerCodes they still lead to the tier and are never given again
     */
    public record Functions(List<FunctionBlock> items, List<FormerCode> formerCodes) {}

    @GET
    @Operation(summary = "The blocks of the functions the tier has, and its former codes")
    @APIResponse(responseCode = "200", description = "customer before supplier")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Functions list() {
        return new Functions(blocks.ofTier(tierId()), blocks.formerCodes(tierId()));
    }

    @GET
    @Path("{function}")
    @Operation(summary = "The block of one function: CUSTOMER or SUPPLIER")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = FunctionBlock.class)))
    @APIResponse(responseCode = "404", description = "no such tier, or not its function")
    public Response read(@PathParam("function") String function) {
        var block = blocks.get(tierId(), function);
        return answers.read(block, block.version());
    }

    @PUT
    @Path("{function}")
    @Operation(
            summary = "Replaces the block of a function",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FunctionBlockCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "as it stands now, with its new ETag",
            content = @Content(schema = @Schema(implementation = FunctionBlock.class)))
    @APIResponse(responseCode = "400", description = "violations name the fields")
    @APIResponse(responseCode = "403", description = "the caller's role does not change it")
    @APIResponse(responseCode = "404", description = "no such tier, or not its function")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("function") String function, String body) {
        blocks.get(tierId(), function);
        long version = answers.requiredVersion("function", function);
        var block = blocks.change(tierId(), function, version, Json.read(body, FunctionBlockCommand.class));
        return answers.changed(block, block.version());
    }

    private long tierId() {
        return Params.id("tier", id);
    }
}
