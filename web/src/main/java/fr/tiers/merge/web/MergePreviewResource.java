package fr.tiers.merge.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.Patience;
import fr.tiers.merge.TierMerges;
import fr.tiers.tier.TierService;
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

/** What a merge of tiers would do, over REST. */
@Path("tiers/{id}/merge-preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class MergePreviewResource {

    @Inject
    private TierMerges tierMerges;

    @Inject
    private TierService tiers;

    @GET
    @Operation(
            summary = "What a merge would do",
            description =
                    "The merge itself, rolled back: values field by field, rows by feature, refusals and broken rules. Its fingerprint"
                            + " changes as soon as anything it would touch is another.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MergePreview.class)),
            description = "nothing was written")
    @APIResponse(responseCode = "403", description = "EDIT and MERGE of all, DELETE of the sources")
    @APIResponse(responseCode = "404", description = "no such tier")
    @APIResponse(responseCode = "409", description = "a source has become a part of another tier already")
    public MergePreview preview(
            @PathParam("id") String id,
            @QueryParam("from") @Parameter(description = "id of a source; up to ten of them", example = "4712")
                    List<String> from) {
        long survivor = Params.id("tier", id);
        tiers.get(survivor);
        var sources = sources(from);
        return Patience.with(() -> tierMerges.preview(survivor, MergeCommand.of(sources)));
    }

    static List<Long> sources(List<String> from) {
        return from.stream().map(MergePreviewResource::source).toList();
    }

    private static Long source(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw BusinessException.invalid("from", "not-a-number");
        }
        return Long.valueOf(text);
    }
}
