package fr.tiers.bulk.web;

import fr.tiers.bulk.BulkActions;
import fr.tiers.bulk.BulkRow;
import fr.tiers.exchange.Difference;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Csv;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Texts;
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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of each tier of a bulk action: a list, and the same as a file. */
@Path("bulk-actions/{id}/rows")
@RequestScoped
@Tag(name = "Bulk actions")
public class BulkRowResource {

    private static final int BLOCK = 1_000;
    private static final String KINDS =
            "CHANGE, UNCHANGED, REFUSED, CHANGED_SINCE, APPLIED, UNDONE, KEPT; NOT_APPLIED for refused or changed since";

    @Inject
    private BulkActions bulks;

    @Inject
    private BulkWords words;

    @Inject
    private Texts texts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * A tier of a bulk action.
     *
     * @param result CHANGE, UNCHANGED, REFUSED or CHANGED_SINCE; null before it is planned
     * @param state PLANNED, DONE, UNDONE or KEPT
     * @param tierId null when it is gone, or not the caller's to see
     * @param changes what changes, field by field
     * @param problems why it is not written or not taken back, in words; null for nothing
     */
    public record Row(
            int row,
            String result,
            String state,
            Long tierId,
            String tierCode,
            String tierName,
            List<Difference> changes,
            String problems) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The tiers with what becomes of each")
    @APIResponse(responseCode = "200", description = "a page of the list")
    @APIResponse(responseCode = "400", description = "result, limit or after make no sense")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response rows(
            @PathParam("id") String id,
            @QueryParam("result") @Parameter(description = KINDS) String result,
            @BeanParam Paging paging) {
        long after = paging.afterId(0);
        if (after > Integer.MAX_VALUE) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        var page = bulks.rows(bulkId(id), Params.text("result", result), (int) after, paging.limit());
        var locale = ErrorMapper.locale(headers);
        return answers.page(new Slice<>(
                page.items().stream().map(row -> row(row, locale)).toList(),
                page.next(),
                page.total(),
                page.totalIsExact()));
    }

    private Row row(BulkRow row, Locale locale) {
        var problems = words.problems(row, locale);
        return new Row(
                row.number(),
                row.result(),
                row.state(),
                row.tierId(),
                row.tierCode(),
                row.tierName(),
                row.changes(),
                problems.isEmpty() ? null : problems);
    }

    @GET
    @Path("report")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(
            summary = "The tiers with what becomes of each, as a file",
            description =
                    "CSV for a spreadsheet (UTF-8, semicolons; cells that it would take for a formula begin with an apostrophe).")
    @APIResponse(responseCode = "200", description = "in the order of the rows")
    @APIResponse(responseCode = "400", description = "there is no such result")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response report(
            @PathParam("id") String id, @QueryParam("result") @Parameter(description = KINDS) String result) {
        long it = bulkId(id);
        var locale = ErrorMapper.locale(headers);
        // what is refused is refused before the first byte is written
        bulks.rows(it, Params.text("result", result), 0, 1);
        return Csv.download("bulk-action-" + it + ".csv", out -> write(it, result, locale, out));
    }

    private void write(long id, String result, Locale locale, Csv out) throws IOException {
        out.row(Stream.of("code", "name", "outcome", "field", "before", "after", "reason")
                .map(name -> texts.text("bulk.report." + name, List.of(), locale))
                .toList());
        var after = "0";
        do {
            var block = bulks.rows(id, result, Integer.parseInt(after), BLOCK);
            for (var row : block.items()) {
                out.row(line(row, locale));
            }
            after = block.next();
        } while (after != null);
    }

    private List<String> line(BulkRow row, Locale locale) {
        return Arrays.asList(
                row.tierCode(),
                row.tierName(),
                words.outcome(row, locale),
                joined(row, change -> words.field(change.field(), locale)),
                joined(row, Difference::before),
                joined(row, Difference::after),
                words.problems(row, locale));
    }

    private static String joined(BulkRow row, Function<Difference, String> part) {
        return row.changes().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static long bulkId(String id) {
        return Params.id("bulk-action", id);
    }
}
