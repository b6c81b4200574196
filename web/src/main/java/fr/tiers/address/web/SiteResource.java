package fr.tiers.address.web;

import fr.tiers.address.SiteOrder;
import fr.tiers.address.SiteRow;
import fr.tiers.address.Sites;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** All sites over REST. */
@Path("sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
public class SiteResource {

    @Inject
    private Sites sites;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The sites in use of the tiers the caller may see, by name")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = SiteRow[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @BeanParam SiteFilterParams filter,
            @QueryParam("sort")
                    @DefaultValue("name")
                    @Parameter(description = "name or custom.<code>, with - for descending")
                    String sort,
            @BeanParam Paging paging) {
        return answers.page(sites.search(filter.filter(), SiteOrder.parse(sort), paging.after(), paging.limit()));
    }
}
