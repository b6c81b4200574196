package fr.tiers.mail.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.mail.AttachedText;
import fr.tiers.mail.MailDetail;
import fr.tiers.mail.MailFileRow;
import fr.tiers.mail.MailFilter;
import fr.tiers.mail.MailRow;
import fr.tiers.mail.OutboxService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sent, what waits, what failed and why; and sending again. */
@Path("outbox")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mail")
public class OutboxResource {

    @Inject
    private OutboxService outbox;

    @Inject
    private Answers answers;

    @Inject
    private MailDownloads downloads;

    /**
     * One mail in full.
     *
     * @param attachment the first file, when it is a short text; null when not
     * @param files all that goes with it
     */
    public record Mail(
            @JsonUnwrapped MailRow mail,
            String messageId,
            String body,
            String html,
            String replyTo,
            String calendar,
            AttachedText attachment,
            List<MailFileRow> files) {

        static Mail of(MailDetail detail) {
            return new Mail(
                    detail.mail(),
                    detail.messageId(),
                    detail.body(),
                    detail.html(),
                    detail.replyTo(),
                    detail.calendar(),
                    detail.attachment(),
                    detail.files());
        }
    }

    @GET
    @Operation(summary = "The mails about tiers the caller may see, newest first")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = MailRow[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    @APIResponse(responseCode = "403", description = "this role sees no mails")
    public Response list(
            @QueryParam("status") @Parameter(description = "PENDING, SENDING, SENT or FAILED") String status,
            @QueryParam("purpose") @Parameter(description = "what it is about, e.g. PAYMENT_RECORDED") String purpose,
            @QueryParam("tier") @Parameter(description = "id of the tier") String tier,
            @BeanParam Paging paging) {
        var filter = new MailFilter(
                Params.text("status", status), Params.text("purpose", purpose), Params.number("tier", tier));
        return answers.page(outbox.search(filter, paging.after(), paging.limit()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One mail with its text and its attachment")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Mail.class)))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response read(@PathParam("id") String id) {
        return answers.read(Mail.of(outbox.read(Params.id("mail", id))));
    }

    @GET
    @Path("{id}/files/{position}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A file that went with the mail")
    @APIResponse(responseCode = "200", description = "its content, always to be saved")
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    public Response file(
            @PathParam("id") String id,
            @PathParam("position") @Parameter(description = "from 0, in the order of the mail") String position) {
        long wanted = Params.id("mail-file", position);
        return downloads.answer(outbox.file(Params.id("mail", id), (int) Math.min(wanted, Integer.MAX_VALUE)));
    }

    @POST
    @Path("{id}/resend")
    @Operation(
            summary = "Sends the mail again, now",
            description = "Whether it waits, has failed or was sent before; its Message-ID stays the same.")
    @APIResponse(
            responseCode = "202",
            description = "due now",
            content = @Content(schema = @Schema(implementation = Mail.class)))
    @APIResponse(responseCode = "404", description = "does not exist for this caller")
    @APIResponse(responseCode = "409", description = "it is being sent this very moment")
    public Response resend(@PathParam("id") String id, String body) {
        long mail = Params.id("mail", id);
        return answers.once(body, () -> {
            outbox.resend(mail);
            return answers.done(202, Mail.of(outbox.read(mail)));
        });
    }
}
