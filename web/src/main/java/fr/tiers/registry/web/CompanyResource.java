package fr.tiers.registry.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.registry.CompanyDirectory;
import fr.tiers.registry.CompanyMatch;
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

/** The annuaire des entreprises over REST. */
@Path("registry/companies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
public class CompanyResource {

    @Inject
    private CompanyDirectory directory;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "Searches the official directory",
            description =
                    "One item per establishment; the total counts companies and stops at 10 000. alreadyKnown names the "
                            + "caller's tiers with the same SIRET or SIREN.")
    @APIResponse(responseCode = "200", description = "a page of the list; it may hold fewer items than asked for")
    @APIResponse(responseCode = "400", description = "q is missing, too short, or a number with a wrong check digit")
    @APIResponse(responseCode = "503", description = "the directory does not answer, or its quota is used up")
    public Response search(
            @QueryParam("q")
                    @Parameter(
                            description = "name, town, postal code, SIREN, SIRET or French VAT number",
                            example = "Metz")
                    String q,
            @BeanParam Paging paging) {
        return answers.page(directory.list(Params.text("q", q), paging.after(), paging.limit()));
    }

    @GET
    @Path("{siret}")
    @Operation(summary = "One establishment of the official directory")
    @APIResponse(
            responseCode = "200",
            description = "the establishment",
            content = @Content(schema = @Schema(implementation = CompanyMatch.class)))
    @APIResponse(responseCode = "400", description = "not a SIRET")
    @APIResponse(responseCode = "404", description = "not in the directory")
    @APIResponse(responseCode = "503", description = "the directory does not answer, or its quota is used up")
    public CompanyMatch read(@PathParam("siret") String siret) {
        return directory.find(siret);
    }
}
