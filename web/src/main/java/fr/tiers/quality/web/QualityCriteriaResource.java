package fr.tiers.quality.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.quality.CriterionRow;
import fr.tiers.quality.QualityCriteria;
import fr.tiers.quality.QualityForecast;
import fr.tiers.quality.QualityScheme;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The criteria of the quality index over REST. */
@Path("quality-criteria")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Quality")
public class QualityCriteriaResource {

    private static final String EXAMPLE = "{\"criteria\":[{\"criterion\":\"SIRET\",\"weight\":2,\"active\":true},"
            + "{\"criterion\":\"RECENT_VISIT\",\"type\":\"CUSTOMER\",\"weight\":3,\"active\":true}]}";

    @Inject
    private QualityCriteria criteria;

    @Inject
    private Answers answers;

    /** @param criteria all of them; a row with a type goes before the one without */
    public record Body(List<Row> criteria) {

        private List<CriterionRow> rows() {
            if (criteria == null || criteria.contains(null)) {
                throw BusinessException.invalid("criteria", "required");
            }
            return criteria.stream().map(Row::row).toList();
        }
    }

    /**
     * One criterion.
     *
     * @param criterion of the closed catalogue, see GET
     * @param type code of the only type it is meant for, absent for all
     * @param weight 1 to 100
     * @param active true when absent
     */
    public record Row(String criterion, String type, Integer weight, Boolean active) {

        private CriterionRow row() {
            if (weight == null) {
                throw BusinessException.invalid("criteria.weight", "required");
            }
            return new CriterionRow(criterion, type, weight, active == null || active);
        }
    }

    @GET
    @Operation(summary = "The criteria with their weights")
    @APIResponse(
            responseCode = "200",
            description = "with their version as ETag",
            content = @Content(schema = @Schema(implementation = QualityScheme.class)))
    public Response read() {
        var scheme = criteria.scheme();
        return answers.read(scheme, scheme.version());
    }

    @PUT
    @Operation(
            summary = "Replaces all criteria and starts job quality",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as they stand now, with their new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "409", description = "the job is running: try again when it is done")
    @APIResponse(responseCode = "412", description = "somebody else has changed them since")
    public Response replace(String body) {
        long version = answers.requiredVersion("quality-scheme", "only");
        var scheme = criteria.change(version, Json.read(body, Body.class).rows());
        return answers.changed(scheme, scheme.version());
    }

    @POST
    @Path("forecast")
    @Operation(
            summary = "How tiers would be spread over scores with other criteria; nothing is saved",
            description = "Bases of more than 20 000 tiers are sampled; sampled says so.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public QualityForecast forecast(String body) {
        return criteria.forecast(Json.read(body, Body.class).rows());
    }
}
