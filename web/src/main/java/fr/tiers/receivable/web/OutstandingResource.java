package fr.tiers.receivable.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.receivable.OutstandingQuery;
import fr.tiers.receivable.OutstandingView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tier owes. */
@Path("tiers/{id}/outstanding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class OutstandingResource {

    @Inject
    private OutstandingQuery outstanding;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "What a tier owes",
            description = "The ERP's figures with their date, and what its open invoices come to, by days overdue.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = OutstandingView.class)))
    @APIResponse(responseCode = "403", description = "this role sees no receivables")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(outstanding.ofTier(Params.id("tier", id)));
    }
}
