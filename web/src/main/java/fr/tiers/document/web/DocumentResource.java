package fr.tiers.document.web;

import fr.tiers.document.DocumentCommand;
import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentVersion;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Upload;
import fr.tiers.tag.web.TagFilterParams;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents over REST: the general document base, and each document with its versions and contents. */
@Path("documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentResource {

    private static final String EXAMPLE =
            "{\"name\":\"Bail 2026.pdf\",\"category\":\"CONTRACT\",\"description\":\"Signé le 3 mars\",\"published\":false}";

    @Inject
    private Documents documents;

    @Inject
    private Uploads uploads;

    @Inject
    private Downloads downloads;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The general document base: what was published, of the tiers the caller may see",
            description = "Files of a tier that were not published never stand here.")
    @APIResponse(
            responseCode = "200",
            description = "one page, latest change first",
            content = @Content(schema = @Schema(implementation = DocumentView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response base(
            @QueryParam("category") @Parameter(description = "code of a category") String category,
            @QueryParam("q") @Parameter(description = "words or parts of words in name and description") String q,
            @BeanParam TagFilterParams tags,
            @BeanParam Paging paging) {
        var filter = new DocumentFilter(Params.text("category", category), Params.text("q", q), tags.tagged());
        return answers.page(documents.base(filter, paging.after(), paging.limit()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One document with its current file")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        var document = documents.get(Params.id("document", id));
        return answers.read(document, document.version());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replaces what is said of a document",
            description = "If-Match is required: 428 without, 412 when stale. The file itself stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DocumentCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role may not publish")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "409", description = "the name is taken")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        var before = documents.get(Params.id("document", id));
        long version = answers.requiredVersion("document", id);
        var document = documents.update(before.id(), version, Json.read(body, DocumentCommand.class));
        return answers.changed(document, document.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some of what is said of a document (JSON Merge Patch)")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DocumentCommand.class),
                            example = "{\"category\":\"PLAN\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role may not publish")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "409", description = "the name is taken")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response patch(@PathParam("id") String id, String body) {
        var before = documents.get(Params.id("document", id));
        long version = answers.requiredVersion("document", id);
        var current = new DocumentCommand(before.name(), before.category(), before.description(), before.published());
        var document = documents.update(before.id(), version, Json.mergePatch(current, body, DocumentCommand.class));
        return answers.changed(document, document.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a document with all of its versions")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "uploaded by somebody else, and this role does not keep order")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response delete(@PathParam("id") String id) {
        var document = documents.get(Params.id("document", id));
        documents.delete(document.id(), answers.requiredVersion("document", id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/versions")
    @Operation(summary = "Every file a document has had, latest first")
    @APIResponse(
            responseCode = "200",
            description = "all of them",
            content = @Content(schema = @Schema(implementation = DocumentVersion[].class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Answers.Items<DocumentVersion> versions(@PathParam("id") String id) {
        return new Answers.Items<>(documents.versions(Params.id("document", id)));
    }

    /**
     * The form of a new version, for its description.
     *
     * @param file the file with its name
     */
    public record VersionForm(
            @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "binary")
                    String file) {}

    @POST
    @Path("{id}/versions")
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Uploads a new version; the earlier ones stay")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = VersionForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "kept; the document as it stands now",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "413", description = "larger than is taken")
    @APIResponse(responseCode = "422", description = "empty, of a kind that is not taken, disguised or infected")
    @APIResponse(responseCode = "503", description = "the virus scanner does not answer")
    public Response addVersion(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        long document = Params.id("document", id);
        documents.requireChangeable(document);
        try (var form = uploads.read(headers, body, false)) {
            return answers.once(form.fingerprint(), () -> {
                var changed = documents.addVersion(document, form.file());
                return answers.created("documents/" + document, changed, changed.version());
            });
        }
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "The file itself",
            description =
                    "Streamed; ETag is its SHA-256, Range is honoured. With `inline=true` pictures and PDF come to be shown, anything "
                            + "else only to be saved.")
    @APIResponse(responseCode = "200", description = "the content")
    @APIResponse(responseCode = "206", description = "the part asked for by Range")
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no such document for this caller, or no such version")
    @APIResponse(responseCode = "416", description = "the part lies outside")
    public Response content(
            @PathParam("id") String id,
            @QueryParam("version") @Parameter(description = "number of the version; the current one when absent")
                    String version,
            @QueryParam("inline") @Parameter(description = "true to show it rather than save it") String inline,
            @Context HttpHeaders headers,
            @Context jakarta.ws.rs.core.Request request) {
        var number = Params.number("version", version);
        boolean shown = Boolean.TRUE.equals(Params.bool("inline", inline));
        var file = documents.file(
                Params.id("document", id), number == null ? null : (int) Math.min(number, Integer.MAX_VALUE));
        return downloads.answer(
                file, shown, headers.getHeaderString("Range"), headers.getHeaderString("If-Range"), request);
    }
}
