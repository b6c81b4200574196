package fr.tiers.mail.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.mail.Template;
import fr.tiers.mail.TemplateCommand;
import fr.tiers.mail.TemplateCover;
import fr.tiers.mail.TemplateRow;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateService;
import fr.tiers.mail.TemplateTrials;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

    private static final String TRIAL =
            "{\"subject\":\"Encaissement {{payment.amount}}\",\"html\":\"<p>{{tier.name}}</p>\",\"sample\":12}";

    @Inject
    private TemplateService templates;

    @Inject
    private TemplateTrials trials;

    @Inject
    private Answers answers;

    /**
     * Subject and text.
     *
     * @param body plain text; taken from the HTML when absent
     * @param html formatted text; absent for mails of plain text
     */
    public record Text(String subject, String body, String html) {}

    /**
     * A text to be tried out.
     *
     * @param sample id of the record, see samples
     */
    public record Trial(String subject, String body, String html, Long sample) {}

    /** Where a test mail goes. */
    public record Sent(String recipient) {}

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

    @GET
    @Path("{purpose}/samples")
    @Operation(
            summary = "Records that a template of this purpose can be looked at with, at most ten",
            description =
                    "Those that the caller may see: payments, events, tiers, contacts or the caller's own notifications.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = TemplateSample[].class)))
    @APIResponse(responseCode = "404", description = "no such purpose")
    public Response samples(
            @PathParam("purpose") String purpose,
            @QueryParam("q") @Parameter(description = "part of the name; absent for the latest") String q) {
        known(purpose);
        return answers.read(new Answers.Items<>(trials.samples(purpose, q)));
    }

    @POST
    @Path("{purpose}/{language}/preview")
    @Operation(summary = "A text with a record in it, as the caller may see it; nothing is kept")
    @RequestBody(content = @Content(schema = @Schema(implementation = Trial.class), example = TRIAL))
    @APIResponse(
            responseCode = "200",
            description = "subject and text",
            content = @Content(schema = @Schema(implementation = Text.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, an unknown token too")
    @APIResponse(responseCode = "404", description = "the purpose or the record does not exist for this caller")
    public Text preview(@PathParam("purpose") String purpose, @PathParam("language") String language, String body) {
        known(purpose);
        var said = filled(purpose, language, body);
        return new Text(said.subject(), said.body(), said.html());
    }

    @POST
    @Path("{purpose}/{language}/test")
    @Operation(summary = "Mails a text with a record in it to the caller")
    @RequestBody(content = @Content(schema = @Schema(implementation = Trial.class), example = TRIAL))
    @APIResponse(
            responseCode = "202",
            description = "in the outbox",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, an unknown token too")
    @APIResponse(responseCode = "404", description = "the purpose or the record does not exist for this caller")
    @APIResponse(responseCode = "422", description = "letter-own-address: the caller has no e-mail address")
    public Response test(@PathParam("purpose") String purpose, @PathParam("language") String language, String body) {
        known(purpose);
        return answers.once(
                body, () -> answers.done(202, new Sent(trials.send(filled(purpose, language, body), null))));
    }

    private void known(String purpose) {
        if (!templates.purposes().contains(purpose)) {
            throw BusinessException.notFound("mail-template", purpose);
        }
    }

    private Template filled(String purpose, String language, String body) {
        var trial = Json.read(body, Trial.class);
        if (trial.sample() == null) {
            throw BusinessException.invalid("sample", "required");
        }
        var text = new TemplateCommand(null, purpose, language, trial.subject(), trial.body(), trial.html());
        return trials.render(text, trial.sample());
    }

    private TemplateRow row(String company, String purpose, String language) {
        return templates
                .find(Params.number("company", company), purpose, language)
                .orElseThrow(() -> BusinessException.notFound("mail-template", purpose));
    }
}
