package fr.tiers.merge.web;

import fr.tiers.contact.People;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.Patience;
import fr.tiers.merge.PersonMerges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a merge of contacts would do, over REST. */
@Path("contacts/{id}/merge-preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class ContactMergePreviewResource {

    @Inject
    private PersonMerges merges;

    @Inject
    private People people;

    @GET
    @Operation(
            summary = "What a merge of contacts would do",
            description =
                    "The merge itself, rolled back, as for tiers. What a job of a source says that has no place in the survivor's job at"
                            + " the same tier stands among its notes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergePreview.class)),
            description = "nothing was written")
    @APIResponse(responseCode = "403", description = "EDIT and MERGE of every tier at which a source works")
    @APIResponse(responseCode = "404", description = "no such contact")
    @APIResponse(responseCode = "409", description = "a source has become a part of another contact already")
    public MergePreview preview(
            @PathParam("id") String id,
            @QueryParam("from") @Parameter(description = "id of a source; up to ten of them", example = "42")
                    List<String> from) {
        long survivor = Params.id("contact", id);
        people.get(survivor);
        var sources = MergePreviewResource.sources(from);
        return Patience.with(() -> merges.preview(survivor, MergeCommand.of(sources)));
    }
}
