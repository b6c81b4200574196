package fr.tiers.merge.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergeResult;
import fr.tiers.merge.Patience;
import fr.tiers.merge.TierMerges;
import fr.tiers.tier.TierService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Merge of tiers over REST. */
@Path("tiers/{id}/merge")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Merge")
public class MergeResource {

    private static final String EXAMPLE = "{\"from\":4712,\"take\":{\"phone\":\"SOURCE\",\"observation\":\"BOTH\"}}";

    @Inject
    private TierMerges tierMerges;

    @Inject
    private TierService tiers;

    @Inject
    private Answers answers;

    /**
     * @param from an id, or up to ten of them
     * @param take by field: SURVIVOR, SOURCE, BOTH or the id of a source
     */
    public record Body(Object from, Map<String, String> take, String fingerprint, Boolean force, String reason) {

        MergeCommand command() {
            return new MergeCommand(
                    from instanceof List<?> several
                            ? several.stream().map(Body::id).toList()
                            : ids(from),
                    take == null ? Map.of() : checked(take),
                    fingerprint,
                    Boolean.TRUE.equals(force),
                    reason);
        }

        private static List<Long> ids(Object one) {
            return one == null ? List.of() : List.of(id(one));
        }

        private static Long id(Object value) {
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
            throw BusinessException.invalid("from", "not-a-number");
        }

        private static Map<String, String> checked(Map<String, String> take) {
            take.forEach((line, choice) -> {
                if (choice == null) {
                    throw BusinessException.invalid("take." + line, "required");
                }
            });
            return take;
        }
    }

    @POST
    @Operation(
            summary = "Makes one tier of several",
            description =
                    "The tier of the path survives with its id and code. With a fingerprint only what its preview has shown is done.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
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
        long survivor = Params.id("tier", id);
        tiers.get(survivor);
        return MergeAnswers.orPreview(
                () -> Patience.with(() -> answers.once(body, () -> {
                    var result = tierMerges.merge(
                            survivor, Json.read(body, Body.class).command());
                    return answers.done(200, result, result.survivor().version());
                })),
                () -> tierMerges.preview(survivor, Json.read(body, Body.class).command()));
    }
}
