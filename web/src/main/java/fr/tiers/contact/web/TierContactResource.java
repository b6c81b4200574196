package fr.tiers.contact.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
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

/** The people at a tier. */
@Path("tiers/{id}/contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class TierContactResource {

    private static final String EXAMPLE =
            """
            {"civility":"MME","lastName":"Kermarec","firstName":"Anne","jobTitle":"Gérante","jobFamily":"MANAGEMENT",\
            "decisionRole":"DECISION_MAKER","email":"anne@exemple.example","phone":"01 99 00 12 34","main":true}""";

    @Inject
    private Contacts contacts;

    @Inject
    private Answers answers;

    @GET
    @Operation(summary = "The people at a tier: the main contact first, those who have left last")
    @APIResponse(
            responseCode = "200",
            description = "all of them, with an ETag",
            content = @Content(schema = @Schema(implementation = ContactLinkView[].class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(@PathParam("id") String id) {
        return answers.read(new Answers.Items<>(contacts.ofTier(Params.id("tier", id))));
    }

    @POST
    @Operation(
            summary = "Adds a person to a tier",
            description =
                    "A new person, or by contactId one already known. The first becomes the main contact; main: true takes the place.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewContact.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "added; Location names the link",
            content = @Content(schema = @Schema(implementation = ContactLinkView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response add(@PathParam("id") String id, String body) {
        long tierId = Params.id("tier", id);
        contacts.ofTier(tierId);
        return answers.once(body, () -> {
            var sent = Json.read(body, NewContact.class);
            var link = sent.contactId() == null
                    ? contacts.add(tierId, sent.person(), sent.link())
                    : contacts.link(sent.contactId(), tierId, sent.link());
            return answers.created("contacts/" + link.contactId() + "/links/" + link.id(), link, link.version());
        });
    }
}
