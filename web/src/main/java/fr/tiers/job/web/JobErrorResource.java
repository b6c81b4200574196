package fr.tiers.job.web;

import fr.tiers.job.JobSkip;
import fr.tiers.job.Jobs;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Csv;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a run passed over, row by row: a page of JSON, or all of it as CSV. */
@Path("jobs/executions/{id}/errors")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "Jobs")
public class JobErrorResource {

    private static final int BLOCK = 200;
    private static final List<String> COLUMNS = List.of("item", "reason", "code", "detail");
    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, Csv.TYPE).build();

    @Inject
    private Jobs jobs;

    @Inject
    private JobTexts texts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    /**
     * One item a run passed over.
     *
     * @param item code and number of the tier
     * @param tierId null when the tier is gone
     * @param reason code
     * @param message the reason in words
     * @param detail technical, in English, may be null
     */
    public record Row(long id, String item, Long tierId, String reason, String message, String detail) {}

    @GET
    @Operation(
            summary = "What a run passed over, and why",
            description =
                    "JSON by pages; with Accept: text/csv or ?format=csv everything as CSV (UTF-8, semicolons; cells that a "
                            + "spreadsheet would take for a formula begin with an apostrophe).")
    @APIResponse(responseCode = "200", description = "in the order the items were met")
    @APIResponse(responseCode = "400", description = "limit, after or format make no sense")
    @APIResponse(responseCode = "403", description = "the caller's role does not see every tier")
    @APIResponse(responseCode = "404", description = "no such run")
    public Response errors(
            @PathParam("id") String id,
            @QueryParam("format") @Parameter(description = "json or csv; instead of Accept") String format,
            @BeanParam Paging paging) {
        long runId = Params.id("job-execution", id);
        var locale = ErrorMapper.locale(headers);
        if (wantsCsv(format)) {
            jobs.skips(runId, null, 1);
            return Csv.download("job-" + runId + "-errors.csv", out -> write(runId, locale, out));
        }
        var page = jobs.skips(runId, paging.after(), paging.limit());
        var items = page.items().stream().map(skip -> row(skip, locale)).toList();
        return answers.page(new Slice<>(items, page.next(), page.total(), page.totalIsExact()));
    }

    private boolean wantsCsv(String format) {
        if (format == null) {
            var best = request.selectVariant(FORMS);
            return best != null && Csv.TYPE.isCompatible(best.getMediaType());
        }
        if (!Set.of("json", "csv").contains(format)) {
            throw BusinessException.invalid("format", "unknown-value", format);
        }
        return format.equals("csv");
    }

    /** Block by block: a run may have passed over a great many. */
    private void write(long runId, Locale locale, Csv out) throws IOException {
        out.row(COLUMNS.stream()
                .map(column -> texts.text("job.errors." + column, locale))
                .toList());
        String after = null;
        do {
            var block = jobs.skips(runId, after, BLOCK);
            for (var skip : block.items()) {
                out.row(Arrays.asList(skip.item(), texts.reason(skip, locale), skip.reason(), skip.detail()));
            }
            after = block.next();
        } while (after != null);
    }

    private Row row(JobSkip skip, Locale locale) {
        return new Row(skip.id(), skip.item(), skip.tierId(), skip.reason(), texts.reason(skip, locale), skip.detail());
    }
}
