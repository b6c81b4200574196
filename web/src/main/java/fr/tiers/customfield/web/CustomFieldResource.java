package fr.tiers.customfield.web;

import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.CustomFieldService;
import fr.tiers.customfield.FieldDefinition;
import fr.tiers.customfield.FieldType;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** Custom fields over REST: everybody reads them, administrators write. */
@Path("custom-fields")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Custom fields")
public class CustomFieldResource {

    private static final String EXAMPLE =
            "{\"code\":\"contractEnd\",\"type\":\"DATE\",\"labelFr\":\"Fin de contrat\",\"labelEn\":\"End of contract\","
                    + "\"listed\":true,\"filterable\":true,\"visible\":{\"field\":\"types\",\"op\":\"EQ\",\"value\":\"CUSTOMER\"}}";

    @Inject
    private CustomFieldService fields;

    @Inject
    private Answers answers;

    /**
     * A change of type.
     *
     * @param dryRun true when absent: only counts
     * @param acceptLoss true takes the loss of values that do not fit
     */
    public record TypeBody(FieldType type, Boolean dryRun, Boolean acceptLoss) {}

    @GET
    @Operation(summary = "The custom fields of an object in their order, deleted ones last")
    public Answers.Items<CustomField> list(@QueryParam("object") @DefaultValue("TIER") String object) {
        return new Answers.Items<>(fields.list(Params.text("object", object)));
    }

    @POST
    @Operation(summary = "Creates a field")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldDefinition.class), example = EXAMPLE))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response create(String body) {
        return answers.once(body, () -> {
            var field = fields.create(Json.read(body, FieldDefinition.class));
            return answers.created("custom-fields/" + field.id(), field, field.version());
        });
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One field")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = CustomField.class)))
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("id") String id) {
        var field = fields.get(Params.id("custom-field", id));
        return answers.read(field, field.version());
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Replaces a field; code, object and type stay",
            description = "If-Match is required. An option in use can only be made inactive.")
    @RequestBody(content = @Content(schema = @Schema(implementation = FieldDefinition.class), example = EXAMPLE))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("id") String id, String body) {
        long field = fields.get(Params.id("custom-field", id)).id();
        long version = answers.requiredVersion("custom-field", field);
        var changed = fields.update(field, version, Json.read(body, FieldDefinition.class));
        return answers.changed(changed, changed.version());
    }

    @POST
    @Path("{id}/type")
    @Operation(
            summary = "Goes to another type along a safe path",
            description =
                    "If-Match is required. dryRun (the default) only counts the values and how many would be lost.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TypeBody.class),
                            example = "{\"type\":\"DECIMAL\",\"dryRun\":true}"))
    @APIResponse(responseCode = "200", description = "how many values there are and how many do not fit")
    @APIResponse(responseCode = "400", description = "no safe path to this type")
    @APIResponse(responseCode = "422", description = "values would be lost: acceptLoss insists")
    public Response changeType(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long field = fields.get(Params.id("custom-field", id)).id();
            long version = answers.requiredVersion("custom-field", field);
            var wish = Json.read(body, TypeBody.class);
            if (wish.type() == null) {
                throw BusinessException.invalid("type", "required");
            }
            return answers.done(
                    200,
                    fields.changeType(
                            field,
                            version,
                            wish.type(),
                            !Boolean.FALSE.equals(wish.dryRun()),
                            Boolean.TRUE.equals(wish.acceptLoss())));
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Deletes a field",
            description = "If-Match is required. For 30 days it can be taken back with its values, then both are gone.")
    @APIResponse(responseCode = "204", description = "deleted")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "409", description = "other fields are made of it or depend on it")
    public Response delete(@PathParam("id") String id) {
        long field = fields.get(Params.id("custom-field", id)).id();
        fields.archive(field, answers.requiredVersion("custom-field", field));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/restore")
    @Operation(summary = "Takes a deleted field back, with the values it had", description = "If-Match is required.")
    @APIResponse(responseCode = "200", description = "the field")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Response restore(@PathParam("id") String id, String body) {
        return answers.once(body, () -> {
            long field = fields.get(Params.id("custom-field", id)).id();
            return answers.done(200, fields.restore(field, answers.requiredVersion("custom-field", field)));
        });
    }
}
