package fr.tiers.tier.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.FieldUse;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Csv;
import fr.tiers.kernel.web.ErrorMapper;
import fr.tiers.kernel.web.TableSink;
import fr.tiers.kernel.web.Texts;
import fr.tiers.kernel.web.Xlsx;
import fr.tiers.tier.TierColumn;
import fr.tiers.tier.TierColumn.Kind;
import fr.tiers.tier.TierFieldOwner;
import fr.tiers.tier.TierFilter;
import fr.tiers.tier.TierOrder;
import fr.tiers.tier.TierRow;
import fr.tiers.tier.TierSearch;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What a list of tiers shows, as a file. */
@Path("tiers/export")
@RequestScoped
@Produces({Csv.MEDIA_TYPE, Xlsx.MEDIA_TYPE})
@Tag(name = "Tiers")
public class TierExportResource {

    private static final Logger LOG = Logger.getLogger(TierExportResource.class);
    private static final int BLOCK = 2_000;
    /** Without a wish. */
    private static final List<TierColumn> USUAL = List.of(
            TierColumn.CODE,
            TierColumn.NAME,
            TierColumn.TRADE_NAME,
            TierColumn.TYPES,
            TierColumn.TAGS,
            TierColumn.STATUS,
            TierColumn.SIREN,
            TierColumn.SIRET,
            TierColumn.APE,
            TierColumn.CITY,
            TierColumn.POSTAL_CODE,
            TierColumn.EMAIL,
            TierColumn.PHONE,
            TierColumn.SALES_UNIT,
            TierColumn.OWNER);

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

    /**
     * What a column of the file holds.
     *
     * @param field a standard one; null for a custom one
     */
    private record Column(String head, TierColumn field, CustomField custom) {

        Object cell(TierRow row) {
            if (field == null) {
                return CustomFields.text(row.custom().get(custom.code()));
            }
            var text = row.text(field);
            return switch (text.isEmpty() ? Kind.TEXT : field.kind()) {
                case NUMBER -> new BigDecimal(text);
                case DAY -> LocalDate.parse(text);
                case MOMENT -> OffsetDateTime.parse(text).toInstant();
                default -> text;
            };
        }
    }

    @GET
    @Operation(
            summary = "The tiers of a list as a file",
            description =
                    "The same filters and order as the list; what the caller may see and export. CSV in UTF-8 with its mark, semicolons, "
                            + "cells that a spreadsheet would take for a formula begin with an apostrophe; or a workbook. Of custom "
                            + "fields those that are flagged for exports and that the caller may see.")
    @APIResponse(responseCode = "200", description = "all rows, streamed")
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "403", description = "the caller's roles export nothing")
    public Response export(
            @BeanParam TierFilterParams params,
            @QueryParam("sort") @DefaultValue("name") String sort,
            @QueryParam("format") @DefaultValue("csv") @Parameter(description = "csv or xlsx") String format,
            @QueryParam("column")
                    @Parameter(
                            description =
                                    "a field of the file, like code, city or custom.&lt;code&gt;; repeat it for several, in this order. "
                                            + "Without: the usual ones and all custom fields")
                    List<String> wanted) {
        if (!Set.of("csv", "xlsx").contains(format)) {
            throw BusinessException.invalid("format", "unknown-value", format);
        }
        var filter = params.filter();
        var order = TierOrder.parse(sort);
        var columns = columns(wanted, ErrorMapper.locale(headers));
        // what is refused is refused before the first byte is written
        search.export(filter, order, null, 1, null, List.of());
        var user = request.getUserPrincipal().getName();
        var heads = columns.stream().map(Column::head).toList();
        return "csv".equals(format)
                ? Csv.download("tiers.csv", out -> {
                    out.row(heads);
                    write(filter, order, columns, user, out);
                })
                : Xlsx.download("tiers.xlsx", heads, out -> write(filter, order, columns, user, out));
    }

    private List<Column> columns(List<String> wanted, Locale locale) {
        var custom = customFields.of(TierFieldOwner.OBJECT, FieldUse.EXPORT).stream()
                .map(field -> new Column(field.definition().label(locale.getLanguage()), null, field))
                .toList();
        var standard = (wanted.isEmpty() ? USUAL.stream() : Stream.of(TierColumn.values()))
                .map(field -> new Column(texts.text(TierColumns.labelKey(field), List.of(), locale), field, null));
        if (wanted.isEmpty()) {
            return Stream.concat(standard, custom.stream()).toList();
        }
        var all = standard.toList();
        return wanted.stream()
                .flatMap(name -> FieldFilter.sorted(name).isPresent()
                        ? custom.stream()
                                .filter(column -> name.equals(
                                        FieldFilter.PREFIX + column.custom().code()))
                        : all.stream()
                                .filter(column -> TierColumn.of(name)
                                                .orElseThrow(() ->
                                                        BusinessException.invalid("column", "unknown-value", name))
                                        == column.field()))
                .toList();
    }

    /** Block by block: a list may hold a million. */
    private void write(TierFilter filter, TierOrder order, List<Column> columns, String user, TableSink out)
            throws IOException {
        var fields =
                columns.stream().map(Column::field).filter(Objects::nonNull).toList();
        String after = null;
        Long total = null;
        long written = 0;
        do {
            var block = search.export(filter, order, after, BLOCK, total, fields);
            for (var row : block.items()) {
                out.row(columns.stream().map(column -> column.cell(row)).toList());
            }
            written += block.items().size();
            total = block.total();
            after = block.next();
        } while (after != null);
        LOG.infof("sensitive_read: %s exported %d tiers", user, written);
    }
}
