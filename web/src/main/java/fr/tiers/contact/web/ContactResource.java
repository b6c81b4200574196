package fr.tiers.contact.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.ContactList;
import fr.tiers.contact.ContactRow;
import fr.tiers.contact.ContactSort;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.EmployerChange;
import fr.tiers.contact.LinkCommand;
import fr.tiers.contact.People;
import fr.tiers.contact.PersonCommand;
import fr.tiers.contact.PersonView;
import fr.tiers.contact.Photos;
import fr.tiers.contact.VCards;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Idempotency;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People, and their links to tiers. */
@Path("contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
public class ContactResource {

    private static final String PERSON =
            "{\"civility\":\"MME\",\"lastName\":\"Kermarec\",\"firstName\":\"Anne\",\"language\":\"fr\",\"doNotEmail\":true}";
    private static final String JOB =
            """
            {"jobTitle":"Gérante","jobFamily":"MANAGEMENT","email":"anne@exemple.example","phone":"01 99 00 12 34","main":true,\
            "from":"2024-01-08","availability":[{"day":"MONDAY","from":"09:00","to":"12:00"}]}""";
    private static final String LINK = "{\"tierId\":12,\"jobTitle\":\"Gérante\",\"jobFamily\":\"MANAGEMENT\"}";
    private static final String CHANGE =
            "{\"tierId\":12,\"from\":\"2026-12-01\",\"jobTitle\":\"Directrice\",\"jobFamily\":\"MANAGEMENT\"}";

    @Inject
    private People people;

    @Inject
    private Contacts contacts;

    @Inject
    private Photos photos;

    @Inject
    private ContactList list;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "The people at the tiers the caller may see",
            description =
                    "Each person once, with the link that matters most among those asked for: a current one, as main contact if "
                            + "possible. `sort`: name, tier, jobTitle, updatedAt, with - for descending.")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = ContactRow[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @BeanParam ContactFilterParams filter,
            @BeanParam Paging paging,
            @QueryParam("sort") @DefaultValue("name") String sort) {
        return answers.page(list.page(filter.filter(), ContactSort.Order.parse(sort), paging.after(), paging.limit()));
    }

    @POST
    @Operation(
            summary = "Creates a person without any link",
            description = "To create a person at a tier in one step: POST /tiers/{id}/contacts.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonCommand.class), example = PERSON))
    @APIResponse(
            responseCode = "201",
            description = "created; Location names it",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response create(String body) {
        return answers.once(body, () -> {
            var person = people.create(Json.read(body, PersonCommand.class));
            return answers.created("contacts/" + person.id(), person, person.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A person with the links the caller may see: the career, newest first")
    @APIResponse(
            responseCode = "200",
            description = "with the person's version as ETag",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(responseCode = "404", description = "works at no tier of this caller")
    public Response read(@PathParam("id") String id) {
        var person = people.get(Params.id("contact", id));
        // the links have versions of their own, so that a 304 could hide their changes
        return Response.ok(person).tag(String.valueOf(person.version())).build();
    }

    @PUT
    @Path("{id}")
    @Operation(summary = "Replaces what is written about the person")
    @RequestBody(content = @Content(schema = @Schema(implementation = PersonCommand.class), example = PERSON))
    @APIResponse(responseCode = "200", description = "the person as it is now")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response replace(@PathParam("id") String id, String body) {
        long contactId = known(id);
        long version = answers.requiredVersion("contact", contactId);
        var person = people.update(contactId, version, Json.read(body, PersonCommand.class));
        return answers.changed(person, person.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Changes some fields of the person", description = "JSON Merge Patch: null empties a field.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = PersonCommand.class), example = "{\"doNotCall\":true}"))
    @APIResponse(responseCode = "200", description = "the person as it is now")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response patch(@PathParam("id") String id, String body) {
        long contactId = Params.id("contact", id);
        var current = people.get(contactId).toCommand();
        long version = answers.requiredVersion("contact", contactId);
        var person = people.update(contactId, version, Json.mergePatch(current, body, PersonCommand.class));
        return answers.changed(person, person.version());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a person without any link")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "409", description = "still linked: violations name the tiers to unlink first")
    public Response delete(@PathParam("id") String id) {
        long contactId = known(id);
        people.delete(contactId, answers.requiredVersion("contact", contactId));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/vcard")
    @Produces("text/vcard;charset=UTF-8")
    @Operation(summary = "The person as a visiting card (vCard 3.0)")
    @APIResponse(responseCode = "200", description = "the card", content = @Content(mediaType = "text/vcard"))
    @APIResponse(responseCode = "404", description = "works at no tier of this caller")
    public Response card(@PathParam("id") String id) {
        var person = people.get(Params.id("contact", id));
        return Response.ok(VCards.write(person, photos.ofCard(person.id()).orElse(null)))
                .header("Content-Disposition", "attachment; filename=\"contact-" + person.id() + ".vcf\"")
                .build();
    }

    @GET
    @Path("{id}/links")
    @Operation(summary = "Where the person works and has worked, as far as the caller may see it")
    @APIResponse(
            responseCode = "200",
            description = "current ones first, newest first",
            content = @Content(schema = @Schema(implementation = ContactLinkView[].class)))
    @APIResponse(responseCode = "404", description = "works at no tier of this caller")
    public Response links(@PathParam("id") String id) {
        return answers.read(
                new Answers.Items<>(people.get(Params.id("contact", id)).links()));
    }

    @POST
    @Path("{id}/links")
    @Operation(summary = "Links the person to one more tier")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewLink.class), example = LINK))
    @APIResponse(
            responseCode = "201",
            description = "linked; Location names the link",
            content = @Content(schema = @Schema(implementation = ContactLinkView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response link(@PathParam("id") String id, String body) {
        long contactId = known(id);
        return answers.once(body, () -> {
            var sent = Json.read(body, NewLink.class);
            if (sent.tierId() == null) {
                throw BusinessException.invalid("tierId", "required");
            }
            return created(contacts.link(contactId, visible(sent.tierId()), sent.link()));
        });
    }

    @GET
    @Path("{id}/links/{link}")
    @Operation(summary = "The person at one tier")
    @APIResponse(
            responseCode = "200",
            description = "with the link's version as ETag",
            content = @Content(schema = @Schema(implementation = ContactLinkView.class)))
    @APIResponse(responseCode = "404", description = "no such link for this caller")
    public Response readLink(@PathParam("id") String id, @PathParam("link") String link) {
        var found = found(id, link);
        return answers.read(found, found.version());
    }

    @PUT
    @Path("{id}/links/{link}")
    @Operation(summary = "Replaces what is written about the person at the tier")
    @RequestBody(content = @Content(schema = @Schema(implementation = LinkCommand.class), example = JOB))
    @APIResponse(responseCode = "200", description = "the link as it is now")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response replaceLink(@PathParam("id") String id, @PathParam("link") String link, String body) {
        var found = found(id, link);
        return changed(contacts.update(found.id(), version(found), Json.read(body, LinkCommand.class)));
    }

    @PATCH
    @Path("{id}/links/{link}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Changes some fields of the link",
            description = "main: false hands over to the next contact; to: the last day of somebody who has left.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = LinkCommand.class), example = "{\"to\":\"2026-11-30\"}"))
    @APIResponse(responseCode = "200", description = "the link as it is now")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response patchLink(@PathParam("id") String id, @PathParam("link") String link, String body) {
        var found = found(id, link);
        long version = version(found);
        return changed(
                contacts.update(found.id(), version, Json.mergePatch(found.toCommand(), body, LinkCommand.class)));
    }

    @DELETE
    @Path("{id}/links/{link}")
    @Operation(
            summary = "Takes the person away from the tier",
            description = "For somebody who has left, give the link an end instead: the career stays known.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "409", description = "the main contact, while somebody else could take the place")
    public Response unlink(@PathParam("id") String id, @PathParam("link") String link) {
        var found = found(id, link);
        contacts.remove(found.id(), version(found));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/links/{link}/change-employer")
    @Operation(
            summary = "The person goes to another tier",
            description =
                    "Ends this link the day before and opens another. Events and documents stay where they happened. Needs If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EmployerChange.class), example = CHANGE))
    @APIResponse(
            responseCode = "201",
            description = "Location names the new link",
            content = @Content(schema = @Schema(implementation = ContactLinkView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response changeEmployer(@PathParam("id") String id, @PathParam("link") String link, String body) {
        var found = found(id, link);
        long version = version(found);
        return answers.once(
                body,
                () -> created(contacts.changeEmployer(found.id(), version, Json.read(body, EmployerChange.class))));
    }

    private long known(String id) {
        return people.get(Params.id("contact", id)).id();
    }

    /** @throws BusinessException INVALID for a tier that does not exist for this caller */
    private long visible(long tierId) {
        try {
            contacts.ofTier(tierId);
            return tierId;
        } catch (BusinessException e) {
            throw BusinessException.invalid("tierId", "unknown-reference", tierId);
        }
    }

    private ContactLinkView found(String id, String link) {
        return contacts.get(Params.id("contact", id), Params.id("contact", link));
    }

    private long version(ContactLinkView link) {
        return answers.requiredVersion("contact", link.id());
    }

    private static Response changed(ContactLinkView link) {
        return Response.ok(link).tag(String.valueOf(link.version())).build();
    }

    private Idempotency.Answer created(ContactLinkView link) {
        return answers.created("contacts/" + link.contactId() + "/links/" + link.id(), link, link.version());
    }
}
