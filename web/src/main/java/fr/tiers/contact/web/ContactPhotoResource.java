package fr.tiers.contact.web;

import fr.tiers.contact.People;
import fr.tiers.contact.PersonView;
import fr.tiers.contact.Photo;
import fr.tiers.contact.Photos;
import fr.tiers.document.web.Downloads;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Upload;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** The photo of a person. */
@Path("contacts/{id}/photo")
@RequestScoped
@Tag(name = "Contacts")
public class ContactPhotoResource {

    private static final Logger LOG = Logger.getLogger(ContactPhotoResource.class);

    @Inject
    private People people;

    @Inject
    private Photos photos;

    @Inject
    private Answers answers;

    @GET
    @Produces({Photo.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "The photo of the person: a square JPEG of 256 pixels")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag of its content",
            content =
                    @Content(
                            mediaType = Photo.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "unchanged since If-None-Match")
    @APIResponse(responseCode = "404", description = "no photo, or works at no tier of this caller")
    public Response read(@PathParam("id") String id, @Context Request request) {
        var photo = photos.get(Params.id("contact", id));
        var tag = new EntityTag(photo.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        return Downloads.harmless(Response.ok(photo.data(), Photo.MEDIA_TYPE))
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .build();
    }

    @PUT
    @Upload
    @Consumes({"image/jpeg", "image/png", "image/gif", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Gives the person a photo, in place of a former one",
            description =
                    "JPEG, PNG or GIF of at most 10 MiB and 60 megapixels; what it is, is seen in the content. The middle is cut out as "
                            + "a square and drawn anew, without anything else the file carries. If-Match names the version of the person.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "the person as it is now, with its new ETag",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(responseCode = "400", description = "no picture of these kinds, or of too many pixels")
    @APIResponse(responseCode = "404", description = "works at no tier of this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    @APIResponse(responseCode = "413", description = "larger than 10 MiB")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response put(@PathParam("id") String id, InputStream body) {
        long contactId = people.get(Params.id("contact", id)).id();
        long version = answers.requiredVersion("contact", contactId);
        photos.put(contactId, version, bytes(body));
        var person = people.get(contactId);
        return answers.changed(person, person.version());
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the photo away", description = "If-Match names the version of the person.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "no photo, or works at no tier of this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(@PathParam("id") String id) {
        long contactId = people.get(Params.id("contact", id)).id();
        photos.delete(contactId, answers.requiredVersion("contact", contactId));
        return Response.noContent().build();
    }

    private byte[] bytes(InputStream body) {
        try {
            var read = body.readNBytes(Photos.MAX_BYTES + 1);
            if (read.length > Photos.MAX_BYTES) {
                throw photos.tooLarge();
            }
            return read;
        } catch (IOException e) {
            LOG.debug("A photo broke off", e);
            throw new BusinessException(Kind.INVALID, "upload-broken");
        }
    }
}
