package fr.tiers.keyfigures.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
import fr.tiers.keyfigures.KeyFigure;
import fr.tiers.keyfigures.KeyFigures;
import fr.tiers.keyfigures.ManualFigure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Turnover, result and headcount of a tier over the years. */
@Path("tiers/{id}/key-figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Key figures")
public class KeyFigureResource {

    private static final String EXAMPLE = "{\"year\":2025,\"turnover\":1250000,\"result\":84000.50,\"headcount\":12}";

    @Inject
    private KeyFigures figures;

    @Inject
    private Answers answers;

    @PathParam("id")
    private String id;

    @GET
    @Operation(
            summary = "Figures by fiscal year, newest first",
            description =
                    "Amounts in euros. Null is not published or not known, never zero; confidential tells that the accounts "
                            + "are deposited and withheld.")
    @APIResponse(responseCode = "200", description = "all years on file")
    @APIResponse(responseCode = "404", description = "no such tier")
    public Answers.Items<KeyFigure> list() {
        return new Answers.Items<>(figures.ofTier(tierId()));
    }

    @GET
    @Path("{closingDate}")
    @Operation(summary = "The figures of one fiscal year")
    @APIResponse(
            responseCode = "200",
            description = "the year",
            content = @Content(schema = @Schema(implementation = KeyFigure.class)))
    @APIResponse(responseCode = "404", description = "no such tier, or nothing on file for that closing date")
    public KeyFigure read(@PathParam("closingDate") String closingDate) {
        return figures.ofTier(tierId(), date(closingDate));
    }

    @POST
    @Operation(
            summary = "Enters the figures of a year by hand",
            description =
                    "Replaces what is on file for that closing date; from then on no provider touches it. Without closingDate: "
                            + "31 December of the year.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManualFigure.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "kept; Location names it",
            content = @Content(schema = @Schema(implementation = KeyFigure.class)))
    @APIResponse(responseCode = "400", description = "violations name the fields")
    @APIResponse(responseCode = "403", description = "right-missing: ATTACH")
    @APIResponse(responseCode = "404", description = "no such tier")
    @APIResponse(responseCode = "422", description = "the Idempotency-Key came with another request before")
    public Response enter(String body) {
        long tierId = tierId();
        return answers.once(body, () -> {
            var figure = figures.enterManually(tierId, Json.read(body, ManualFigure.class));
            return answers.created("tiers/" + tierId + "/key-figures/" + figure.closingDate(), figure, null);
        });
    }

    @DELETE
    @Path("{closingDate}")
    @Operation(
            summary = "Takes figures entered by hand back",
            description = "The next run of key-figures asks the provider again.")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "403", description = "right-missing: ATTACH")
    @APIResponse(responseCode = "404", description = "no such tier, or nothing entered by hand for that closing date")
    public Response delete(@PathParam("closingDate") String closingDate) {
        figures.deleteManual(tierId(), date(closingDate));
        return Response.noContent().build();
    }

    private long tierId() {
        return Params.id("tier", id);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BusinessException.notFound("key-figure", text);
        }
    }
}
