package fr.tiers.exchange.web;

import fr.tiers.exchange.ImportSettings;
import fr.tiers.exchange.Mappings;
import fr.tiers.exchange.SavedMapping;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** The mappings that are kept under a name, shared by all who import. */
@Path("import-mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportMappingResource {

    @Inject
    private Mappings mappings;

    @Inject
    private Answers answers;

    /** A mapping to keep. */
    public record Body(String name, ImportSettings settings) {}

    @GET
    @Operation(summary = "The kept mappings by name")
    public Answers.Items<SavedMapping> list() {
        return new Answers.Items<>(mappings.list());
    }

    @POST
    @Operation(summary = "Keeps a mapping under a name; the one of that name is replaced")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Body.class),
                            example =
                                    "{\"name\":\"Salon de Rennes\",\"settings\":{\"columns\":[{\"column\":\"Société\",\"field\":\"name\"}],\"mode\":\"CREATE\"}}"))
    @APIResponse(responseCode = "201", description = "kept; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "the caller has not the right to import")
    public Response save(String body) {
        return answers.once(body, () -> {
            var wish = Json.read(body, Body.class);
            var kept = mappings.save(wish.name(), wish.settings());
            return answers.createdBelow(kept.id(), kept, kept.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One mapping")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = SavedMapping.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var mapping = mappings.get(Params.id("import-mapping", id));
        return answers.read(mapping, mapping.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets a mapping", description = "If-Match is required.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "changed since")
    public Response delete(@PathParam("id") String id) {
        long mapping = mappings.get(Params.id("import-mapping", id)).id();
        mappings.delete(mapping, answers.requiredVersion("import-mapping", mapping));
        return Response.noContent().build();
    }
}
