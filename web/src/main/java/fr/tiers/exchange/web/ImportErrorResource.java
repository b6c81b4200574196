package fr.tiers.exchange.web;

import fr.tiers.exchange.Imports;
import fr.tiers.exchange.RowPlan.Result;
import fr.tiers.exchange.RowView;
import fr.tiers.kernel.web.Csv;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rows of an import that are not written, as a file that can be corrected and imported again. */
@Path("imports/{id}/errors")
@RequestScoped
@Produces(Csv.MEDIA_TYPE)
@Tag(name = "Imports")
public class ImportErrorResource {

    private static final int BLOCK = 200;

    @Inject
    private Imports imports;

    @Inject
    private ImportWords words;

    @Inject
    private Texts texts;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(
            summary = "The rows that are not written, as they came, each with the reason",
            description =
                    "CSV for a spreadsheet (UTF-8, semicolons; cells that it would take for a formula begin with an apostrophe). Corrected it "
                            + "can be imported again: the last two columns are left out by themselves.")
    @APIResponse(responseCode = "200", description = "in the order of the file")
    @APIResponse(responseCode = "404", description = "none of the caller's")
    public Response errors(@PathParam("id") String id) {
        var it = imports.get(Params.id("import", id));
        var locale = ErrorMapper.locale(headers);
        return Csv.download("import-" + it.id() + "-errors.csv", out -> write(it.id(), it.header(), locale, out));
    }

    private void write(long id, List<String> header, Locale locale, Csv out) throws IOException {
        var head = new ArrayList<>(header);
        head.add(texts.text("exchange.errors.row", List.of(), locale));
        head.add(texts.text("exchange.errors.reason", List.of(), locale));
        out.row(head);
        String after = "0";
        do {
            var block = imports.rows(id, "NOT_WRITTEN", Integer.parseInt(after), BLOCK);
            for (var row : block.items()) {
                out.row(line(row, header.size(), locale));
            }
            after = block.next();
        } while (after != null);
    }

    private List<String> line(RowView row, int width, Locale locale) {
        var line = new ArrayList<>(
                row.cells().subList(0, Math.min(width, row.cells().size())));
        while (line.size() < width) {
            line.add("");
        }
        line.add(String.valueOf(row.number()));
        line.add(
                row.result() == Result.CHANGED
                        ? texts.text("exchange.result.CHANGED.hint", List.of(), locale)
                        : words.problems(row.problems(), locale));
        return line;
    }
}
