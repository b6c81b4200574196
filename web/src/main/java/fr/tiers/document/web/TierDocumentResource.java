package fr.tiers.document.web;

import fr.tiers.document.Clash;
import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Upload;
import fr.tiers.tag.web.TagFilterParams;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a tier over REST. */
@Path("tiers/{id}/documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class TierDocumentResource {

    @Inject
    private Documents documents;

    @Inject
    private Uploads uploads;

    @Inject
    private Answers answers;

    /**
     * The form of an upload, for its description.
     *
     * @param file the file with its name
     * @param name the file's own when absent
     * @param category code of a category
     * @param published true or false
     */
    public record UploadForm(
            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "binary")
                    String file,
            String name,
            String category,
            String description,
            String published) {}

    @GET
    @Operation(summary = "The files of a tier, latest change first")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = DocumentView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(
            @PathParam("id") String tier,
            @QueryParam("category") @Parameter(description = "code of a category") String category,
            @QueryParam("q") @Parameter(description = "words or parts of words in name and description") String q,
            @BeanParam TagFilterParams tags,
            @BeanParam Paging paging) {
        var filter = new DocumentFilter(Params.text("category", category), Params.text("q", q), tags.tagged());
        return answers.page(documents.ofTier(Params.id("tier", tier), filter, paging.after(), paging.limit()));
    }

    @POST
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Uploads a file",
            description =
                    "A form with the file (`file`) and, if wanted, `name`, `category`, `description`, `published`. When the tier has a "
                            + "document of that name: 409, unless `existing` says VERSION (the file becomes its new version) or RENAME.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "kept; Location names the document",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, or the form cannot be read")
    @APIResponse(responseCode = "403", description = "this role adds no files, or may not publish")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(responseCode = "409", description = "the name is taken")
    @APIResponse(responseCode = "413", description = "larger than is taken")
    @APIResponse(responseCode = "422", description = "empty, of a kind that is not taken, disguised or infected")
    @APIResponse(responseCode = "503", description = "the virus scanner does not answer")
    public Response upload(
            @PathParam("id") String tier,
            @QueryParam("existing") @Parameter(description = "VERSION or RENAME: what to do when the name is taken")
                    String existing,
            @Context HttpHeaders headers,
            InputStream body) {
        long tierId = Params.id("tier", tier);
        documents.requireRoomAt(tierId);
        var clash = clash(existing);
        try (var form = uploads.read(headers, body, true)) {
            return answers.once(form.fingerprint(), () -> {
                var document = documents.add(tierId, form.command(), form.file(), clash);
                return answers.created("documents/" + document.id(), document, document.version());
            });
        }
    }

    private static Clash clash(String existing) {
        if (existing == null) {
            return Clash.ASK;
        }
        if (!Set.of("VERSION", "RENAME").contains(existing.toUpperCase(Locale.ROOT))) {
            throw BusinessException.invalid("existing", "unknown-value", existing);
        }
        return Clash.valueOf(existing.toUpperCase(Locale.ROOT));
    }
}
