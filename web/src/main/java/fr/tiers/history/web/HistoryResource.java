package fr.tiers.history.web;

import fr.tiers.history.ChangeLog;
import fr.tiers.history.HistoryFilter;
import fr.tiers.history.HistoryRow;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.RichText;
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
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change log of a tier over REST. */
@Path("tiers/{id}/history")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "Tiers")
public class HistoryResource {

    private static final int BLOCK = 500;
    private static final List<String> COLUMNS =
            List.of("when", "who", "source", "thing", "thingId", "action", "field", "old", "new");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ClockProducer.ZONE);

    @Inject
    private ChangeLog log;

    @Inject
    private Texts texts;

    @Inject
    private Answers answers;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(
            summary = "Who changed what, newest first",
            description =
                    "Filters are combined with AND. With ?format=csv all matching lines as CSV (UTF-8, semicolons; cells that a "
                            + "spreadsheet would take for a formula begin with an apostrophe).")
    @APIResponse(responseCode = "200", description = "a page of lines")
    @APIResponse(responseCode = "400", description = "a filter, limit, after or format makes no sense")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response history(
            @PathParam("id") String id,
            @BeanParam HistoryParams filters,
            @QueryParam("format") @Parameter(description = "json (default) or csv") String format,
            @BeanParam Paging paging) {
        long tierId = Params.id("tier", id);
        var filter = filters.filter();
        if (format != null && !Set.of("json", "csv").contains(format)) {
            throw BusinessException.invalid("format", "unknown-value", format);
        }
        if ("csv".equals(format)) {
            // a tier that is not the caller's to see is refused before anything is sent
            log.lines(tierId, filter, Long.MAX_VALUE, 1);
            var locale = ErrorMapper.locale(headers);
            return Csv.download("tier-" + tierId + "-history.csv", out -> write(tierId, filter, locale, out));
        }
        return answers.page(log.page(tierId, filter, paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    /** Block by block: a tier may have been changed a great many times. */
    private void write(long tierId, HistoryFilter filter, Locale locale, Csv out) throws IOException {
        out.row(COLUMNS.stream()
                .map(column -> texts.text("history.csv." + column, List.of(), locale))
                .toList());
        long before = Long.MAX_VALUE;
        int size;
        do {
            var block = log.lines(tierId, filter, before, BLOCK);
            for (var line : block) {
                out.row(Arrays.asList(
                        WHEN.format(line.at()),
                        line.author(),
                        line.source(),
                        line.entity(),
                        String.valueOf(line.entityId()),
                        line.action(),
                        line.field(),
                        text(line, line.oldValue()),
                        text(line, line.newValue())));
                before = line.id();
            }
            size = block.size();
        } while (size == BLOCK);
    }

    /** Formatted text is read as text in a spreadsheet. */
    private static String text(HistoryRow line, String value) {
        return value != null && "tier".equals(line.entity()) && "observation".equals(line.field())
                ? RichText.plain(value)
                : value;
    }
}
