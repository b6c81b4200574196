package fr.tiers.numbering.web;

import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.numbering.Numbering;
import fr.tiers.numbering.Purpose;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules that give codes. */
@Path("numbering-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class NumberingResource {

    @Inject
    private Numbering numbering;

    @Inject
    private Answers answers;

    /** @param mask e.g. {@code C{yy}-{0000@1}} */
    public record Body(String mask) {}

    /** What a mask would give. */
    public record Preview(String mask, List<String> nextCodes) {}

    @GET
    @Operation(summary = "The rules with the codes that would come next")
    @APIResponse(responseCode = "403", description = "only administrators")
    public Answers.Items<Numbering.RuleView> list() {
        return new Answers.Items<>(numbering.rules());
    }

    /** A range that one company has for itself. */
    public record NewRange(Purpose purpose, String company, String mask) {}

    @POST
    @Operation(
            summary = "Gives a company a range of its own",
            description = "Its tiers take codes there from now on; its counter begins anew.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewRange.class),
                            example = "{\"purpose\":\"CUSTOMER\",\"company\":\"NORD\",\"mask\":\"N{000000}\"}"))
    @APIResponse(responseCode = "201", description = "created; Location names it")
    @APIResponse(responseCode = "400", description = "the mask cannot be read or collides; the violation says why")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "409", description = "the company has one already")
    public Response add(String body) {
        return answers.once(body, () -> {
            var wish = Json.read(body, NewRange.class);
            var rule = numbering.rule(numbering.addRange(wish.purpose(), wish.company(), wish.mask()));
            return answers.created("numbering-rules/" + rule.code(), rule, rule.version());
        });
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Takes a company's own range away; its tiers take codes from the common one again")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "422", description = "a range that every company needs")
    public Response remove(@PathParam("code") String code) {
        numbering.removeRange(numbering.rule(code).code());
        return Response.noContent().build();
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One rule")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = Numbering.RuleView.class)))
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Response read(@PathParam("code") String code) {
        var rule = numbering.rule(code);
        return answers.read(rule, rule.version());
    }

    @PUT
    @Path("{code}")
    @Operation(summary = "Changes the mask", description = "If-Match is required: 428 without, 412 when stale.")
    @RequestBody(
            content =
                    @Content(schema = @Schema(implementation = Body.class), example = "{\"mask\":\"C{yy}-{0000@1}\"}"))
    @APIResponse(responseCode = "200", description = "as it stands now, with its new ETag")
    @APIResponse(responseCode = "400", description = "the mask cannot be read; the violation says why")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    @APIResponse(responseCode = "412", description = "somebody else has changed it since")
    public Response replace(@PathParam("code") String code, String body) {
        numbering.rule(code);
        numbering.changeMask(
                code,
                answers.requiredVersion("numbering-rule", code),
                Json.read(body, Body.class).mask());
        var rule = numbering.rule(code);
        return answers.changed(rule, rule.version());
    }

    @GET
    @Path("{code}/preview")
    @Operation(summary = "The next three codes a mask would give; nothing is taken")
    @APIResponse(responseCode = "400", description = "the mask cannot be read; the violation says why")
    @APIResponse(responseCode = "403", description = "only administrators")
    @APIResponse(responseCode = "404", description = "does not exist")
    public Preview preview(
            @PathParam("code") String code,
            @QueryParam("mask") @Parameter(description = "e.g. C{yy}-{0000@1}") String mask) {
        var text = Params.text("mask", mask);
        return new Preview(text, numbering.preview(numbering.rule(code).code(), text));
    }
}
