package fr.tiers.organisation.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.organisation.SettingService;
import fr.tiers.organisation.SettingView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** The functional settings over REST. */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class SettingResource {

    @Inject
    private SettingService settings;

    @Inject
    private Answers answers;

    /** @param value {@code true} or {@code false}, one of the choices, or codes of groups separated by commas */
    public record Body(String value) {}

    @GET
    @Operation(summary = "Every functional setting with its value and default")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Answers.Items<SettingView> list() {
        return new Answers.Items<>(settings.all());
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One setting")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = SettingView.class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("code") String code) {
        var setting = settings.get(code);
        return answers.read(setting, setting.version());
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Sets a value; it counts at once",
            description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = "{\"value\":\"true\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "the value is none of those allowed")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response change(@PathParam("code") String code, String body) {
        settings.get(code);
        long version = answers.requiredVersion("setting", code);
        var setting = settings.change(code, version, Json.read(body, Body.class).value());
        return answers.changed(setting, setting.version());
    }
}
