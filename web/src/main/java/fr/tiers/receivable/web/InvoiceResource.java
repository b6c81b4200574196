package fr.tiers.receivable.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.receivable.InvoiceFilter;
import fr.tiers.receivable.InvoiceQuery;
import fr.tiers.receivable.InvoiceView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices as the ERP sent them, with what is open. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class InvoiceResource {

    @Inject
    private InvoiceQuery invoices;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "Invoices of the tiers the caller may see, newest first")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = InvoiceView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(
            @QueryParam("tier") @Parameter(description = "id of the tier") String tier,
            @QueryParam("open") @Parameter(description = "true: something is left to pay; false: settled; absent: both")
                    String open,
            @QueryParam("from") @Parameter(description = "dated on this day or later") String from,
            @QueryParam("to") @Parameter(description = "dated on this day or before") String to,
            @BeanParam Paging paging) {
        var filter = new InvoiceFilter(
                Params.number("tier", tier), Params.bool("open", open), Days.of("from", from), Days.of("to", to));
        return answers.page(invoices.search(filter, paging.after(), paging.limit()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One invoice with its lines")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(invoices.read(Params.id("invoice", id)));
    }
}
