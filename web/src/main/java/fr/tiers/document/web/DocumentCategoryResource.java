package fr.tiers.document.web;

import fr.tiers.document.DocumentCategories;
import fr.tiers.document.DocumentCategory;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The categories of documents over REST. */
@Path("document-categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentCategoryResource {

    private static final String EXAMPLE =
            "{\"code\":\"WARRANTY\",\"labelFr\":\"Garantie\",\"labelEn\":\"Warranty\",\"position\":45,\"active\":true}";

    @Inject
    private DocumentCategories categories;

    @Inject
    private Answers answers;

    /**
     * What is sent of a category.
     *
     * @param position 100 when absent
     * @param active true when absent
     */
    public record Body(String code, String labelFr, String labelEn, Integer position, Boolean active) {

        private DocumentCategory category(long version) {
            return new DocumentCategory(
                    code, version, labelFr, labelEn, position == null ? 100 : position, active == null || active);
        }
    }

    @GET
    @Operation(summary = "The categories in their order")
    public Answers.Items<DocumentCategory> list() {
        return new Answers.Items<>(categories.all());
    }

    @POST
    @Operation(summary = "Creates a category")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var wish = Json.read(body, Body.class).category(0);
            categories.create(wish);
            var category = categories.get(wish.code());
            return answers.created("document-categories/" + category.code(), category, category.version());
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One category")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = DocumentCategory.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("code") String code) {
        var category = categories.get(code);
        return answers.read(category, category.version());
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Replaces a category; its code never changes",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, also another code")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        categories.get(code);
        var wish = Json.read(body, Body.class).category(answers.requiredVersion("document-category", code));
        if (!code.equals(wish.code())) {
            throw BusinessException.invalid("code", "immutable", code);
        }
        categories.update(wish);
        var category = categories.get(code);
        return answers.changed(category, category.version());
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Deletes a category that no document has")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "409", description = "in use: deactivate it instead")
    public Response delete(@PathParam("code") String code) {
        categories.get(code);
        categories.delete(code);
        return Response.noContent().build();
    }
}
