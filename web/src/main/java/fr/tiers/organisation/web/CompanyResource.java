package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.organisation.Organisation;
import fr.tiers.organisation.Structure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The companies of the group over REST. */
@Path("companies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class CompanyResource {

    private static final String EXAMPLE =
            "{\"code\":\"ACME\",\"name\":\"Acme\",\"siren\":\"732829320\",\"currency\":\"EUR\",\"language\":\"fr\",\"headOfficeEmail\":\"siege@acme.example\",\"senderName\":\"Acme\",\"senderEmail\":\"contact@acme.example\"}";

    @Inject
    private Organisation organisation;

    @Inject
    private Structure structure;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The companies, by name")
    public Answers.Items<Organisation.CompanyRow> list() {
        return new Answers.Items<>(organisation.companies());
    }

    @POST
    @Operation(summary = "Creates a company")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Structure.CompanyCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var row = organisation.company(structure.createCompany(Json.read(body, Structure.CompanyCommand.class)));
            return answers.created("companies/" + row.id(), row, row.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One company")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = Organisation.CompanyRow.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var row = organisation.company(Params.id("company", id));
        return answers.read(row, row.version());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a company", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = Structure.CompanyCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        long row = organisation.company(Params.id("company", id)).id();
        long version = answers.requiredVersion("company", row);
        structure.updateCompany(row, version, Json.read(body, Structure.CompanyCommand.class));
        var changed = organisation.company(row);
        return answers.changed(changed, changed.version());
    }
}
