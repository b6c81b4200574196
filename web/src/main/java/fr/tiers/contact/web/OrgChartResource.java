package fr.tiers.contact.web;

import fr.tiers.contact.Contacts;
import fr.tiers.contact.OrgChart;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
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

/** Who reports to whom at a tier. */
@Path("tiers/{id}/org-chart")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class OrgChartResource {

    @Inject
    private Contacts contacts;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "Who reports to whom",
            description = "Current contacts only; unplaced are those who neither report nor are reported to.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = OrgChart.class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response orgChart(@PathParam("id") String id) {
        return answers.read(contacts.orgChart(Params.id("tier", id)));
    }
}
