package fr.tiers.letter.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.letter.LetterCommand;
import fr.tiers.letter.LetterView;
import fr.tiers.letter.Letters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Mails to the contacts of a tier. */
@Path("tiers/{id}/mails")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class TierMailResource {

    private static final String EXAMPLE =
            "{\"contacts\":[34],\"subject\":\"Votre projet\",\"html\":\"<p>Bonjour,</p>\",\"documents\":[12]}";

    @Inject
    private Letters letters;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The mails to the contacts of a tier, latest first; at most 500")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = LetterView[].class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(@PathParam("id") String id) {
        return answers.read(new Answers.Items<>(letters.ofTier(Params.id("tier", id))));
    }

    @GET
    @Path("{mail}")
    @Operation(summary = "One mail and how it fares")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id, @PathParam("mail") String mail) {
        return answers.read(letters.get(Params.id("tier", id), Params.id("mail", mail)));
    }

    @POST
    @Operation(
            summary = "Writes to contacts of the tier",
            description =
                    "contacts are links of people at the tier; each gets a mail of his or her own, noted as an event. Subject and text come from"
                            + " the template where they are absent; fields are filled in then, else where fill is true.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LetterCommand.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "in the outbox; one mail for each contact",
            content = @Content(schema = @Schema(implementation = LetterView[].class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong, contacts who want no mails too")
    @APIResponse(responseCode = "403", description = "this role adds nothing here")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    @APIResponse(responseCode = "413", description = "mail-too-large")
    @APIResponse(responseCode = "422", description = "letter-own-address: the caller has no e-mail address")
    public Response send(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        letters.ofTier(tierId);
        return answers.once(
                body,
                () -> answers.done(
                        201, new Answers.Items<>(letters.send(tierId, Json.read(body, LetterCommand.class)))));
    }

    @POST
    @Path("{mail}/resend")
    @Operation(
            summary = "Sends a mail that has failed once more",
            description = "To the address that the contact has now. Whoever wrote it may, and administrators.")
    @APIResponse(
            responseCode = "202",
            description = "in the outbox again",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    @APIResponse(responseCode = "400", description = "nothing may be sent to the contact any more")
    @APIResponse(responseCode = "403", description = "letter-not-yours: somebody else has written it")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "409", description = "letter-not-failed")
    public Response resend(@PathParam("id") String id, @PathParam("mail") String mail) {
        long tierId = Params.id("tier", id);
        long mailId = Params.id("mail", mail);
        letters.get(tierId, mailId);
        return answers.once("", () -> answers.done(202, letters.resend(tierId, mailId)));
    }
}
