package fr.tiers.merge.web;

import fr.tiers.contact.People;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeResult;
import fr.tiers.merge.Patience;
import fr.tiers.merge.PersonMerges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Merge of contacts over REST. */
@Path("contacts/{id}/merge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class ContactMergeResource {

    private static final String EXAMPLE = "{\"from\":42,\"take\":{\"birthday\":\"SOURCE\",\"notes\":\"BOTH\"}}";

    @Inject
    private PersonMerges merges;

    @Inject
    private People people;

    @Inject
    private Answers answers;

    @POST
    @Operation(
            summary = "Makes one contact of several",
            description =
                    "The contact of the path survives with its id. Jobs at the same tier at the same time become one. Taken back with"
                            + " POST merges/{id}/undo.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = MergeResource.Body.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergeResult.class)),
            description = "the survivor, and how many rows of which feature were moved and united")
    @APIResponse(responseCode = "400", description = "from, take or a value breaks a rule")
    @APIResponse(
            responseCode = "409",
            description =
                    "merge-refused with its reasons (force and reason overrule some), merge-changed with the preview of now, merge-already-merged, merge-busy")
    public Response merge(@PathParam("id") String id, String body) {
        long survivor = Params.id("contact", id);
        people.get(survivor);
        return MergeAnswers.orPreview(
                () -> Patience.with(() -> answers.once(body, () -> {
                    var result = merges.merge(
                            survivor, Json.read(body, MergeResource.Body.class).command());
                    return answers.done(200, result, result.survivor().version());
                })),
                () -> merges.preview(
                        survivor, Json.read(body, MergeResource.Body.class).command()));
    }
}
