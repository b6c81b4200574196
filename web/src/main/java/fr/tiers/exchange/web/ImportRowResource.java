package fr.tiers.exchange.web;

import fr.tiers.exchange.Difference;
import fr.tiers.exchange.Imports;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.exchange.RowProblem;
import fr.tiers.exchange.RowView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Slice;
import fr.tiers.kernel.web.Answers;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of each row of an import. */
@Path("imports/{id}/rows")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportRowResource {

    @Inject
    private Imports imports;

    @Inject
    private ImportWords words;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    /**
     * A row.
     *
     * @param row its number in the spreadsheet, the header being 1
     * @param result null before the simulation
     * @param state PLANNED, DONE, REVERTED or KEPT
     * @param tierId null where there is none, or none that the caller may see
     * @param changes what it changes, field by field
     * @param problems why it is not written
     */
    public record Row(
            int row,
            Result result,
            String state,
            Long tierId,
            String tierCode,
            String tierName,
            List<Difference> changes,
            List<Problem> problems,
            List<String> cells) {}

    /**
     * One thing that is wrong.
     *
     * @param field null when it is the row as a whole
     */
    public record Problem(String field, String code, String message) {}

    @GET
    @Operation(summary = "The rows with what becomes of them, in the order of the file")
    @APIResponse(responseCode = "200", description = "a page of the list")
    @APIResponse(responseCode = "400", description = "result, limit or after make no sense")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response rows(
            @PathParam("id") String id,
            @QueryParam("result")
                    @Parameter(
                            description =
                                    "CREATED, UPDATED, UNCHANGED, DUPLICATE, ERROR, CHANGED; NOT_WRITTEN for the last three, REVERTED, KEPT")
                    String result,
            @BeanParam Paging paging) {
        long after = paging.afterId(0);
        if (after > Integer.MAX_VALUE) {
            throw BusinessException.invalid("after", "cursor-invalid");
        }
        var page = imports.rows(Params.id("import", id), Params.text("result", result), (int) after, paging.limit());
        var locale = ErrorMapper.locale(headers);
        var items = page.items().stream().map(row -> row(row, locale)).toList();
        return answers.page(new Slice<>(items, page.next(), page.total(), page.totalIsExact()));
    }

    private Row row(RowView row, Locale locale) {
        return new Row(
                row.number(),
                row.result(),
                row.state(),
                row.tierId(),
                row.tierCode(),
                row.tierName(),
                row.changes(),
                row.problems().stream().map(each -> problem(each, locale)).toList(),
                row.cells());
    }

    private Problem problem(RowProblem problem, Locale locale) {
        return new Problem(problem.field(), problem.code(), words.problem(problem, locale));
    }
}
