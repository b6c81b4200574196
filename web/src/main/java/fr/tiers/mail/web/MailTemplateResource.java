package fr.tiers.mail.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.mail.TemplateCommand;
import fr.tiers.mail.TemplateCover;
import fr.tiers.mail.TemplateRow;
import fr.tiers.mail.TemplateService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The templates of what Tiers itself mails, per company, purpose and language. */
@Path("mail-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class MailTemplateResource {

    private static final String EXAMPLE =
            "{\"subject\":\"Encaissement {{payment.amount}}\",\"html\":\"<p>Reçu de <strong>{{tier.name}}</strong></p>\"}";

    @Inject
    private TemplateService templates;

    @Inject
    private Answers answers;

    /**
     * Subject and text.
     *
     * @param body plain text; taken from the HTML when absent
     * @param html formatted text; absent for mails of plain text
     */
    public record Text(String subject, String body, String html) {}

    /** A purpose with the tokens its templates may use. */
    public record Purpose(String purpose, Set<String> tokens) {}

    @GET
    @Operation(summary = "All templates, the defaults first")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = TemplateRow[].class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response list() {
        return answers.read(new Answers.Items<>(templates.all()));
    }

    @GET
    @Path("purposes")
    @Operation(summary = "What mails are written for, and the tokens of each")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Purpose[].class)))
    public Response purposes() {
        return answers.read(new Answers.Items<>(templates.purposes().stream()
                .map(purpose -> new Purpose(purpose, templates.tokens(purpose)))
                .toList()));
    }

    @GET
    @Path("coverage")
    @Operation(
            summary = "Which template each company's mails are written with",
            description = "OWN, DEFAULT or MISSING, those that are missing first.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = TemplateCover[].class)))
    public Response coverage() {
        return answers.read(new Answers.Items<>(templates.covers()));
    }

    @GET
    @Path("{purpose}/{language}")
    @Operation(summary = "One template: exactly that of the company, not the default in its place")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = TemplateRow.class)))
    @APIResponse(responseCode = "404", description = "there is none")
    public Response read(
            @PathParam("purpose") String purpose,
            @PathParam("language") String language,
            @QueryParam("company") @Parameter(description = "id; absent for the default") String company) {
        var row = row(company, purpose, language);
        return answers.read(row, row.version());
    }

    @PUT
    @Path("{purpose}/{language}")
    @Operation(
            summary = "Creates or replaces one template",
            description = "If-Match is required where there is one: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Text.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, an unknown token too")
    public Response replace(
            @PathParam("purpose") String purpose,
            @PathParam("language") String language,
            @QueryParam("company") @Parameter(description = "id; absent for the default") String company,
            String body) {
        var id = Params.number("company", company);
        var text = Json.read(body, Text.class);
        boolean present = templates.find(id, purpose, language).isPresent();
        Long version = present ? (Long) answers.requiredVersion("mail-template", purpose) : null;
        templates.update(new TemplateCommand(id, purpose, language, text.subject(), text.body(), text.html()), version);
        var row = row(company, purpose, language);
        return answers.changed(row, row.version());
    }

    @DELETE
    @Path("{purpose}/{language}")
    @Operation(summary = "Removes a company's own template: the default holds again")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "400", description = "without a company: the default stays")
    public Response reset(
            @PathParam("purpose") String purpose,
            @PathParam("language") String language,
            @QueryParam("company") @Parameter(description = "id") String company) {
        if (company == null) {
            throw BusinessException.invalid("company", "required");
        }
        var row = row(company, purpose, language);
        if (answers.requiredVersion("mail-template", purpose) != row.version()) {
            throw BusinessException.stale("mail-template", purpose);
        }
        templates.reset(row.companyId(), purpose, language);
        return Response.noContent().build();
    }

    private TemplateRow row(String company, String purpose, String language) {
        return templates
                .find(Params.number("company", company), purpose, language)
                .orElseThrow(() -> BusinessException.notFound("mail-template", purpose));
    }
}
