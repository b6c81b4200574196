package fr.tiers.exchange.web;

import fr.tiers.document.web.Uploads;
import fr.tiers.exchange.ImportSettings;
import fr.tiers.exchange.ImportView;
import fr.tiers.exchange.Imports;
import fr.tiers.exchange.TargetField;
import fr.tiers.exchange.TargetFields;
import fr.tiers.job.web.ExecutionView;
import fr.tiers.job.web.JobTexts;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Upload;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Import of tiers over REST: upload, meaning of the columns, simulation, run, way back. */
@Path("imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final String EXAMPLE =
            "{\"columns\":[{\"column\":\"Raison sociale\",\"field\":\"name\"},{\"column\":\"SIRET\",\"field\":\"siret\"},"
                    + "{\"column\":\"Catégorie\",\"field\":\"types\",\"values\":{\"Clients\":\"CUSTOMER\"}}],"
                    + "\"keys\":[\"siret\"],\"mode\":\"BOTH\",\"blank\":\"KEEP\",\"types\":[\"PROSPECT\"]}";

    @Inject
    private Imports imports;

    @Inject
    private Uploads uploads;

    @Inject
    private ImportWords words;

    @Inject
    private JobTexts jobTexts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /** The form of an upload, for its description. */
    public record UploadForm(@Schema(type = SchemaType.STRING, format = "binary") String file) {}

    /**
     * Something that a column can be.
     *
     * @param key whether rows may find their tier by it
     */
    public record Field(String name, String label, TargetField.Group group, boolean key) {}

    @GET
    @Operation(summary = "The imports, newest first: one's own, for an administrator all")
    @APIResponse(responseCode = "200", description = "a page of the list")
    @APIResponse(responseCode = "403", description = "the caller has not the right to import")
    public Response list(@BeanParam Paging paging) {
        var page = imports.list(paging.afterId(Long.MAX_VALUE), paging.limit());
        return answers.page(new Slice<>(
                page.items().stream().map(this::body).toList(), page.next(), page.total(), page.totalIsExact()));
    }

    @GET
    @Path("fields")
    @Operation(summary = "What a column can be: fields of the tier, its address, its main contact, custom fields")
    public Answers.Items<Field> fields() {
        var locale = ErrorMapper.locale(headers);
        return new Answers.Items<>(imports.fields().stream()
                .map(field ->
                        new Field(field.name(), words.label(field, locale), field.group(), TargetFields.isKey(field)))
                .toList());
    }

    @POST
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Uploads a file: CSV or XLSX, told by its content",
            description =
                    "Encoding, separator and the meaning of the columns are guessed, or taken from a kept mapping; correct them with PUT "
                            + "…/settings. With dryRun=true the simulation starts at once. The first row names the columns.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "kept; Location names the import",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(
            responseCode = "400",
            description = "the form cannot be read, or the mapping makes no sense for a simulation")
    @APIResponse(responseCode = "403", description = "the caller has not the right to import")
    @APIResponse(responseCode = "404", description = "no such mapping")
    @APIResponse(responseCode = "413", description = "larger than is taken")
    @APIResponse(responseCode = "422", description = "empty, broken, no table, or unfolding to too much")
    public Response upload(
            @QueryParam("mapping") @Parameter(description = "id of a kept mapping") String mapping,
            @QueryParam("dryRun") @Parameter(description = "true: simulate at once") String dryRun,
            @Context HttpHeaders headers,
            InputStream body) {
        imports.requireRight();
        var mappingId = mapping == null ? null : Params.id("import-mapping", mapping);
        boolean simulate = Boolean.TRUE.equals(Params.bool("dryRun", dryRun));
        try (var form = uploads.read(headers, body, false)) {
            return answers.once(form.fingerprint(), () -> {
                var kept = imports.upload(form.file(), mappingId);
                var done = simulate ? imports.simulate(kept.id(), kept.version()) : kept;
                return answers.created("imports/" + done.id(), body(done), done.version());
            });
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An import: its settings, its counts, how far its run is")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response read(@PathParam("id") String id) {
        return changed(imports.get(importId(id)));
    }

    @PUT
    @Path("{id}/settings")
    @Operation(
            summary = "Says what the file means",
            description =
                    "If-Match is required. columns by their header, those not named are left out; keys find the tier (all together); mode "
                            + "CREATE, UPDATE or BOTH; blank KEEP or CLEAR; types of new tiers whose row names none; format.encoding, "
                            + ".separator, .sheet correct what was detected. A simulation made before is void.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ImportSettings.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "as it stands now",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "under way, or run already")
    @APIResponse(responseCode = "412", description = "changed since")
    public Response settings(@PathParam("id") String id, String body) {
        long it = importId(id);
        imports.get(it);
        long version = answers.requiredVersion("import", it);
        return changed(imports.change(it, version, Json.read(body, ImportSettings.class)));
    }

    @POST
    @Path("{id}/simulation")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Plans every row, writing nothing",
            description = "If-Match is required. The answer comes at once; follow run and counts of the import.")
    @APIResponse(
            responseCode = "202",
            description = "under way",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "400", description = "the settings do not fit any more")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "another simulation is under way, or it was run already")
    @APIResponse(responseCode = "412", description = "changed since")
    public Response simulate(@PathParam("id") String id, String body) {
        return start(id, body, imports::simulate);
    }

    @POST
    @Path("{id}/execution")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Writes exactly what the simulation has said",
            description =
                    "If-Match is required. A row whose plan would be another one meanwhile is listed as CHANGED and not written.")
    @APIResponse(
            responseCode = "202",
            description = "under way",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "not simulated, or another import is under way")
    @APIResponse(responseCode = "412", description = "changed since it was simulated")
    public Response execute(@PathParam("id") String id, String body) {
        return start(id, body, imports::run);
    }

    @POST
    @Path("{id}/reversion")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes back what was written",
            description =
                    "If-Match is required. Created tiers are removed, changed values restored; a row that was touched since stays (KEPT).")
    @APIResponse(
            responseCode = "202",
            description = "under way",
            content = @Content(schema = @Schema(implementation = ImportBody.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "nothing was written, or another one is under way")
    @APIResponse(responseCode = "412", description = "changed since")
    public Response revert(@PathParam("id") String id, String body) {
        return start(id, body, imports::revert);
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Asks the run to stop; it keeps its place")
    @APIResponse(responseCode = "200", description = "the import")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "it never ran")
    public Response stop(@PathParam("id") String id, String body) {
        long it = importId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            return answers.done(200, body(imports.stop(it)));
        });
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Lets a stopped or failed run go on where it was")
    @APIResponse(responseCode = "200", description = "the import")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "complete, or another one is under way")
    public Response resume(@PathParam("id") String id, String body) {
        long it = importId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            return answers.done(200, body(imports.resume(it)));
        });
    }

    @GET
    @Path("{id}/run")
    @Operation(summary = "How far the last run is")
    @APIResponse(
            responseCode = "200",
            description = "progress, or the report of a run that has ended",
            content = @Content(schema = @Schema(implementation = ExecutionView.class)))
    @APIResponse(responseCode = "404", description = "none of the caller's, or it never ran")
    public ExecutionView run(@PathParam("id") String id) {
        var run = body(imports.get(importId(id))).run();
        if (run == null) {
            throw new BusinessException(Kind.NOT_FOUND, "not-found", "run", id);
        }
        return run;
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forgets the file and its report; the tiers stay", description = "If-Match is required.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    @APIResponse(responseCode = "409", description = "a run is under way")
    @APIResponse(responseCode = "412", description = "changed since")
    public Response delete(@PathParam("id") String id) {
        long it = importId(id);
        imports.get(it);
        imports.delete(it, answers.requiredVersion("import", it));
        return Response.noContent().build();
    }

    /** Starts a run. */
    @FunctionalInterface
    private interface Start {
        ImportView of(long id, long version);
    }

    private Response start(String id, String body, Start start) {
        long it = importId(id);
        return answers.once(body, () -> {
            refuseContent(body);
            imports.get(it);
            var started = start.of(it, answers.requiredVersion("import", it));
            return answers.done(202, body(started), started.version());
        });
    }

    private Response changed(ImportView view) {
        return answers.changed(body(view), view.version());
    }

    private ImportBody body(ImportView view) {
        var run = view.run();
        var locale = ErrorMapper.locale(headers);
        return ImportBody.of(
                view,
                run == null
                        ? null
                        : ExecutionView.of(
                                run,
                                jobTexts.failure(run, locale),
                                answers.location("imports/" + view.id() + "/errors")
                                        .toString()));
    }

    private record Nothing() {}

    private static void refuseContent(String body) {
        if (body != null && !body.isBlank()) {
            Json.read(body, Nothing.class);
        }
    }

    private static long importId(String id) {
        return Params.id("import", id);
    }
}
