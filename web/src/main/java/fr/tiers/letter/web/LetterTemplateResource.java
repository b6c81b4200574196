package fr.tiers.letter.web;

import fr.tiers.document.web.Uploads;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Upload;
import fr.tiers.letter.LetterField;
import fr.tiers.letter.LetterFields;
import fr.tiers.letter.LetterTemplate;
import fr.tiers.letter.LetterTemplateCommand;
import fr.tiers.letter.LetterTemplates;
import fr.tiers.letter.Letters;
import fr.tiers.mail.MailFile;
import fr.tiers.mail.MailHtml;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The templates of mails to contacts. */
@Path("letter-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class LetterTemplateResource {

    private static final String EXAMPLE =
            "{\"name\":\"Relance\",\"category\":\"Suivi\",\"language\":\"fr\",\"subject\":\"Votre projet\",\"html\":\"<p>Bonjour {{contact.greeting}},</p>\"}";

    @Inject
    private LetterTemplates templates;

    @Inject
    private LetterFields fields;

    @Inject
    private Letters letters;

    @Inject
    private Uploads uploads;

    @Inject
    private Answers answers;

    /** For whom the fields are filled in. */
    public record Trial(Long contact) {}

    /** A text with its fields filled in. */
    public record Filled(String subject, String html, String text) {}

    /** Where a test mail goes. */
    public record Sent(String recipient) {}

    /** What the body of an upload is. */
    public record FileForm(@Schema(type = SchemaType.STRING, format = "binary") String file) {}

    @GET
    @Operation(summary = "The templates the caller may choose from, by category and name")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = LetterTemplate[].class)))
    public Response list() {
        return answers.read(new Answers.Items<>(templates.offered()));
    }

    @GET
    @Path("fields")
    @Operation(summary = "The fields a template may name, custom ones the caller may see among them")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = LetterField[].class)))
    public Response fields() {
        return answers.read(new Answers.Items<>(fields.all()));
    }

    @POST
    @Operation(summary = "Creates a template")
    @RequestBody(content = @Content(schema = @Schema(implementation = LetterTemplateCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "created; Location names it",
            content = @Content(schema = @Schema(implementation = LetterTemplate.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, an unknown token too")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "409", description = "letter-template-name-taken")
    public Response create(String body) {
        return answers.once(body, () -> {
            var template = templates.create(Json.read(body, LetterTemplateCommand.class));
            return answers.created("letter-templates/" + template.id(), template, template.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One template")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = LetterTemplate.class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var template = templates.get(id(id));
        return answers.read(template, template.version());
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces a template", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LetterTemplateCommand.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong, an unknown token too")
    @APIResponse(responseCode = "409", description = "letter-template-name-taken")
    public Response replace(@PathParam("id") String id, String body) {
        long template = templates.get(id(id)).id();
        long version = answers.requiredVersion("letter-template", template);
        return changed(templates.update(template, version, Json.read(body, LetterTemplateCommand.class)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a template; mails that were made of it stay")
    @APIResponse(responseCode = "204", description = "gone")
    public Response delete(@PathParam("id") String id) {
        long template = templates.get(id(id)).id();
        templates.delete(template, answers.requiredVersion("letter-template", template));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/files")
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Adds a file that goes with every mail made of the template",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = FileForm.class)))
    @APIResponse(
            responseCode = "201",
            description = "the template as it stands now, with its new ETag",
            content = @Content(schema = @Schema(implementation = LetterTemplate.class)))
    @APIResponse(
            responseCode = "413",
            description = "larger than is taken, or than a mail takes together with the others")
    @APIResponse(responseCode = "422", description = "empty, of a kind that is not taken, disguised or infected")
    public Response addFile(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body) {
        long template = templates.get(id(id)).id();
        long version = answers.requiredVersion("letter-template", template);
        try (var form = uploads.read(headers, body, false)) {
            var file = form.file();
            return answers.once(form.fingerprint(), () -> {
                var changed = templates.addFile(
                        template, version, new MailFile(file.fileName(), file.mediaType(), file::open));
                return answers.done(201, changed, changed.version());
            });
        }
    }

    @DELETE
    @Path("{id}/files/{position}")
    @Operation(summary = "Takes a file away", description = "If-Match is required: 428 without, 412 when stale.")
    @APIResponse(responseCode = "200", description = "the template as it stands now, with its new ETag")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response removeFile(@PathParam("id") String id, @PathParam("position") String position) {
        long template = templates.get(id(id)).id();
        int wanted = (int) Math.min(Params.id("mail-file", position), Integer.MAX_VALUE);
        return changed(templates.removeFile(template, answers.requiredVersion("letter-template", template), wanted));
    }

    @POST
    @Path("{id}/preview")
    @Operation(
            summary = "The template with the fields of a contact filled in, as the caller may see them",
            description = "contact is the id of a link between a person and a tier.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Trial.class), example = "{\"contact\":34}"))
    @APIResponse(
            responseCode = "200",
            description = "filled in",
            content = @Content(schema = @Schema(implementation = Filled.class)))
    @APIResponse(responseCode = "404", description = "the contact does not exist for this caller")
    public Response preview(@PathParam("id") String id, String body) {
        var filled = letters.fill(id(id), contact(body));
        return Response.ok(new Filled(filled.subject(), filled.html(), MailHtml.text(filled.html())))
                .build();
    }

    @POST
    @Path("{id}/test")
    @Operation(summary = "Sends the template to the caller, with the fields of a contact filled in")
    @RequestBody(content = @Content(schema = @Schema(implementation = Trial.class), example = "{\"contact\":34}"))
    @APIResponse(
            responseCode = "202",
            description = "in the outbox",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "404", description = "the template or the contact does not exist for this caller")
    @APIResponse(responseCode = "422", description = "letter-own-address: the caller has no e-mail address")
    public Response test(@PathParam("id") String id, String body) {
        var template = templates.get(id(id));
        var contact = contact(body);
        return answers.once(
                body,
                () -> answers.done(
                        202,
                        new Sent(letters.test(
                                template.id(),
                                new LetterTemplateCommand(
                                        template.name(),
                                        template.category(),
                                        template.company(),
                                        template.language(),
                                        template.subject(),
                                        template.html(),
                                        template.active()),
                                contact))));
    }

    private static long contact(String body) {
        var contact = Json.read(body, Trial.class).contact();
        if (contact == null) {
            throw fr.tiers.kernel.BusinessException.invalid("contact", "required");
        }
        return contact;
    }

    private Response changed(LetterTemplate template) {
        return answers.changed(template, template.version());
    }

    private static long id(String text) {
        return Params.id("letter-template", text);
    }
}
