package fr.tiers.contact.web;

import fr.tiers.contact.Addressee;
import fr.tiers.contact.Addressees;
import fr.tiers.contact.ContactUsage;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom a tier's papers go to, by usage. */
@Path("tiers/{id}/contact-usages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactUsageResource {

    @Inject
    private Addressees addressees;

    @Inject
    private Answers answers;

    /** @param link of the default contact; null for none: the main contact then */
    public record Choice(Long link) {}

    @GET
    @Operation(
            summary = "Whom the tier's papers go to: for each usage the contact and the address as of today",
            description = "BILLING, DELIVERY, FOLLOW_UP, LEGAL. `by` says how the contact was found: DEFAULT or MAIN.")
    @APIResponse(
            responseCode = "200",
            description = "one for each usage, with an ETag",
            content = @Content(schema = @Schema(implementation = Addressee[].class)))
    @APIResponse(responseCode = "404", description = "the tier does not exist for this caller")
    public Response list(@PathParam("id") String id) {
        return answers.read(new Answers.Items<>(addressees.ofTier(Params.id("tier", id))));
    }

    @GET
    @Path("{usage}")
    @Operation(
            summary = "Whom a paper of one usage goes to",
            description =
                    "The contact it names, else the default of the usage as long as he or she is there, else the main contact.")
    @APIResponse(
            responseCode = "200",
            description = "with the version of the default as ETag",
            content = @Content(schema = @Schema(implementation = Addressee.class)))
    @APIResponse(responseCode = "400", description = "the contact named is not one of the tier's")
    @APIResponse(responseCode = "404", description = "no such usage, or the tier does not exist for this caller")
    public Response read(
            @PathParam("id") String id,
            @PathParam("usage") String usage,
            @QueryParam("contact") @Parameter(description = "link of the contact that the paper names")
                    String contact) {
        var found = addressees.resolve(Params.id("tier", id), usage(usage), Params.number("contact", contact));
        // who it is changes with other things too, so that a 304 could hide it
        return Response.ok(found).tag(String.valueOf(found.version())).build();
    }

    @PUT
    @Path("{usage}")
    @Operation(
            summary = "Chooses the default contact of a usage",
            description = "`link` null: none, the main contact then. If-Match names the version of the default.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Choice.class), example = "{\"link\":42}"))
    @APIResponse(
            responseCode = "200",
            description = "as it is now, with its new ETag",
            content = @Content(schema = @Schema(implementation = Addressee.class)))
    @APIResponse(responseCode = "400", description = "no current contact of the tier")
    @APIResponse(responseCode = "404", description = "no such usage, or the tier does not exist for this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response put(@PathParam("id") String id, @PathParam("usage") String usage, String body) {
        long tierId = Params.id("tier", id);
        var known = usage(usage);
        addressees.resolve(tierId, known, null);
        long version = answers.requiredVersion("contact-usage", usage);
        var now = addressees.choose(
                tierId, known, version, Json.read(body, Choice.class).link());
        return answers.changed(now, now.version());
    }

    private static ContactUsage usage(String text) {
        return Stream.of(ContactUsage.values())
                .filter(usage -> usage.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("contact-usage", text));
    }
}
