package fr.tiers.receivable.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.receivable.PaymentCommand;
import fr.tiers.receivable.PaymentFilter;
import fr.tiers.receivable.PaymentQuery;
import fr.tiers.receivable.PaymentService;
import fr.tiers.receivable.PaymentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments: recorded here, told to head office, booked by the ERP. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class PaymentResource {

    private static final String EXAMPLE =
            """
            {"tier":1,"method":"CARD","date":"2026-11-20","reference":"TPE 0042","allocations":[{"invoiceLine":7,"amount":120.50},\
            {"invoice":12}]}""";

    @Inject
    private PaymentService payments;

    @Inject
    private PaymentQuery query;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "Payments of the tiers the caller may see, newest first")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = PaymentView[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(
            @QueryParam("tier") @Parameter(description = "id of the tier") String tier,
            @QueryParam("status") @Parameter(description = "ENTERED, SENT, INTEGRATED, REJECTED or REVERSED")
                    String status,
            @QueryParam("from") @Parameter(description = "dated on this day or later") String from,
            @QueryParam("to") @Parameter(description = "dated on this day or before") String to,
            @BeanParam Paging paging) {
        var filter = new PaymentFilter(
                Params.number("tier", tier), Params.text("status", status), Days.of("from", from), Days.of("to", to));
        return answers.page(query.search(filter, paging.after(), paging.limit()));
    }

    @POST
    @Operation(
            summary = "Records a payment",
            description =
                    "Each allocation pays a line, or an invoice spread over its open lines in proportion (without an amount: all that is "
                            + "open). Head office gets one mail per payment.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PaymentCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "recorded; Location names it",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "this role records no payments")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(
            responseCode = "422",
            description =
                    "more than what is open, a credit note, several companies or currencies, too much cash, no address of head office, or "
                            + "an Idempotency-Key that came with another body")
    public Response record(String body) {
        return answers.once(body, () -> {
            var payment = payments.record(Json.read(body, PaymentCommand.class));
            return answers.created("payments/" + payment.id(), payment, null);
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One payment: what it pays, where it stands, how its mail fares")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(query.read(Params.id("payment", id)));
    }
}
