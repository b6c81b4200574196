package fr.tiers.contact.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.EmailState;
import fr.tiers.contact.EmailStates;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** What is known of a person's e-mail address at a tier. */
@Path("contacts/{id}/links/{link}/email-state")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class EmailStateResource {

    @Inject
    private Contacts contacts;

    @Inject
    private EmailStates states;

    @Inject
    private Answers answers;

    /** @param state what is known now */
    public record Sent(EmailState state) {}

    @PUT
    @Operation(
            summary = "Says whether mails reach the address",
            description =
                    "UNKNOWN, VALID, SOFT_BOUNCE, INVALID, UNSUBSCRIBED or COMPLAINT, as of now. If-Match names the version of the link. "
                            + "An address that is changed is UNKNOWN again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Sent.class), example = "{\"state\":\"INVALID\"}"))
    @APIResponse(
            responseCode = "200",
            description = "the link as it is now, with its new ETag",
            content = @Content(schema = @Schema(implementation = ContactLinkView.class)))
    @APIResponse(responseCode = "400", description = "no such state, or there is no address")
    @APIResponse(responseCode = "404", description = "no such link for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response put(@PathParam("id") String id, @PathParam("link") String link, String body) {
        long linkId = contacts.get(Params.id("contact", id), Params.id("contact", link))
                .id();
        long version = answers.requiredVersion("contact", linkId);
        var after = states.set(linkId, version, Json.read(body, Sent.class).state());
        return answers.changed(after, after.version());
    }
}
