package fr.tiers.receivable.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.receivable.AcknowledgementCommand;
import fr.tiers.receivable.ErpInvoice;
import fr.tiers.receivable.ErpInvoiceService;
import fr.tiers.receivable.ErpOutstanding;
import fr.tiers.receivable.ErpOutstandingService;
import fr.tiers.receivable.InvoiceView;
import fr.tiers.receivable.PaymentAcknowledgement;
import fr.tiers.receivable.PaymentView;
import fr.tiers.receivable.Upsert;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ERP's side: every call may come again and leaves the same state. */
@Path("erp")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "ERP")
public class ErpResource {

    private static final String INVOICE =
            """
            {"tierCode":"T000001","number":"FA-2026-0042","type":"INVOICE","date":"2026-11-02","dueDate":"2026-12-02","currency":"EUR",\
            "lines":[{"lineNumber":1,"label":"Café en grains","quantity":12,"amount":240.00}]}""";

    @Inject
    private ErpInvoiceService invoices;

    @Inject
    private ErpOutstandingService outstandings;

    @Inject
    private PaymentAcknowledgement acknowledgements;

    @Inject
    private Answers answers;

    /**
     * What the ERP's figures came to.
     *
     * @param outcome CREATED, UPDATED or UNCHANGED (a replay, or older than what is known)
     */
    public record Outcome(String tierCode, Upsert outcome) {}

    @PUT
    @Path("invoices/{externalId}")
    @Operation(
            summary = "Creates an invoice or brings it to what the ERP says now",
            description =
                    "The whole invoice every time; lines are told apart by lineNumber and amount is the line's total including tax.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ErpInvoice.class), example = INVOICE))
    @APIResponse(
            responseCode = "200",
            description = "updated or unchanged",
            content = @Content(schema = @Schema(implementation = InvoiceView.class)))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(
            responseCode = "400",
            description = "violations name what is wrong, also an unknown tierCode or company")
    @APIResponse(responseCode = "403", description = "only administrators and accounting")
    @APIResponse(responseCode = "409", description = "what is paid already forbids the change")
    public Response invoice(@PathParam("externalId") String externalId, String body) {
        var result = invoices.upsert(Params.text("externalId", externalId), Json.read(body, ErpInvoice.class));
        if (result.outcome() == Upsert.CREATED) {
            return Response.created(
                            answers.location("invoices/" + result.invoice().id()))
                    .entity(result.invoice())
                    .build();
        }
        return Response.ok(result.invoice()).build();
    }

    @PUT
    @Path("outstanding/{tierCode}")
    @Operation(
            summary = "Takes over what a tier owes according to the ERP, its limit and the accounts' block",
            description = "Figures older than those known are passed over, so calls may come in any order.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ErpOutstanding.class),
                            example =
                                    "{\"amount\":1250.40,\"creditLimit\":5000,\"accountingBlocked\":false,\"currency\":\"EUR\","
                                            + "\"asOf\":\"2026-11-21T18:00:00Z\"}"))
    @APIResponse(
            responseCode = "200",
            description = "taken over, or passed over as older",
            content = @Content(schema = @Schema(implementation = Outcome.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators and accounting")
    @APIResponse(responseCode = "404", description = "no tier has this code")
    public Outcome outstanding(@PathParam("tierCode") String tierCode, String body) {
        var code = Params.text("tierCode", tierCode);
        return new Outcome(code, outstandings.upsert(code, Json.read(body, ErpOutstanding.class)));
    }

    @PUT
    @Path("payments/{id}/acknowledgement")
    @Operation(
            summary = "The ERP has booked a payment, or refuses it",
            description = "The same answer again changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AcknowledgementCommand.class),
                            example = "{\"status\":\"INTEGRATED\"}"))
    @APIResponse(
            responseCode = "200",
            description = "the payment as it stands now",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "400", description = "an unknown status, or REJECTED without a reason")
    @APIResponse(responseCode = "403", description = "only administrators and accounting")
    @APIResponse(responseCode = "404", description = "no such payment")
    @APIResponse(responseCode = "409", description = "another answer was given before")
    public PaymentView acknowledge(@PathParam("id") String id, String body) {
        return acknowledgements.acknowledge(Params.id("payment", id), Json.read(body, AcknowledgementCommand.class));
    }
}
