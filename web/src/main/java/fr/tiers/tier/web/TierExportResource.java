package fr.tiers.tier.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldUse;
import fr.tiers.kernel.web.Csv;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.Texts;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierRow;
import fr.tiers.tier.TierSearch;
import fr.tiers.tier.TierSort;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jboss.logging.Logger;

/** What a list of tiers shows, as a file. */
@Path("tiers/export")
@RequestScoped
@Produces(Csv.MEDIA_TYPE)
@Tag(name = "Tiers")
public class TierExportResource {

    private static final Logger LOG = Logger.getLogger(TierExportResource.class);
    private static final int BLOCK = 500;
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "tradeName",
            "types",
            "tags",
            "status",
            "siren",
            "siret",
            "apeCode",
            "address.city",
            "address.postalCode",
            "email",
            "phone",
            "salesUnit",
            "owner");

    @Inject
    private TierSearch search;

    @Inject
    private CustomFields customFields;

    @Inject
    private Texts texts;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @GET
    @Operation(
            summary = "The tiers of a list as CSV",
            description =
                    "The same filters and order as the list; what the caller may see and export, in UTF-8 with its mark, "
                            + "semicolons, cells that a spreadsheet would take for a formula begin with an apostrophe. Custom fields follow "
                            + "that are flagged for exports and that the caller may see.")
    @APIResponse(responseCode = "200", description = "all rows, streamed")
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "403", description = "the caller's roles export nothing")
    public Response export(@BeanParam TierFilterParams params, @QueryParam("sort") @DefaultValue("name") String sort) {
        var filter = params.filter();
        var order = TierSort.Order.parse(sort);
        var fields = customFields.of(TierFieldOwner.OBJECT, FieldUse.EXPORT);
        var locale = ErrorMapper.locale(headers);
        // what is refused is refused before the first byte is written
        search.export(filter, order, null, 1, null);
        var user = request.getUserPrincipal().getName();
        return Csv.download("tiers.csv", out -> write(filter, order, fields, locale, user, out));
    }

    /** Block by block: a list may hold a million. */
    private void write(
            TierFilter filter, TierSort.Order order, List<CustomField> fields, Locale locale, String user, Csv out)
            throws IOException {
        out.row(heads(fields, locale));
        String after = null;
        Long total = null;
        long written = 0;
        do {
            var block = search.export(filter, order, after, BLOCK, total);
            for (var row : block.items()) {
                out.row(cells(row, fields));
            }
            written += block.items().size();
            total = block.total();
            after = block.next();
        } while (after != null);
        LOG.infof("sensitive_read: %s exported %d tiers", user, written);
    }

    private List<String> heads(List<CustomField> fields, Locale locale) {
        var heads = new ArrayList<String>();
        COLUMNS.forEach(column -> heads.add(texts.text("tier.field." + column, List.of(), locale)));
        fields.forEach(field -> heads.add(field.definition().label(locale.getLanguage())));
        return heads;
    }

    private static List<String> cells(TierRow row, List<CustomField> fields) {
        var cells = new ArrayList<String>();
        cells.add(row.code());
        cells.add(row.name());
        cells.add(row.tradeName());
        cells.add(String.join(", ", row.types()));
        cells.add(String.join(", ", row.tags()));
        cells.add(row.status());
        cells.add(row.siren());
        cells.add(row.siret());
        cells.add(row.apeCode());
        cells.add(row.city());
        cells.add(row.postalCode());
        cells.add(row.email());
        cells.add(row.phone());
        cells.add(row.salesUnit());
        cells.add(row.owner());
        fields.forEach(field -> cells.add(CustomFields.text(row.custom().get(field.code()))));
        return cells;
    }
}
