package fr.tiers.calendar.web;

import fr.tiers.calendar.CalendarImports;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Params;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calendars from elsewhere in the caller's agenda. */
@Path("calendar-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars")
public class CalendarImportResource {

    private static final String EXAMPLE =
            "{\"name\":\"Perso\",\"content\":\"BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\n…END:VCALENDAR\\r\\n\"}";

    @Inject
    private CalendarImports imports;

    @Inject
    private Answers answers;

    /**
     * @param name under which it is brought; the same name again updates it
     * @param content of the .ics file
     */
    public record Body(String name, String content) {}

    @GET
    @Operation(summary = "The calendars that the caller has brought")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = CalendarImports.Calendar[].class)))
    public Response list() {
        return answers.read(new Answers.Items<>(imports.mine()));
    }

    @POST
    @Path("preview")
    @Operation(summary = "What an import would do; changes nothing")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "what would be added, updated, cancelled, and the first entries",
            content = @Content(schema = @Schema(implementation = CalendarImports.Outcome.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "413", description = "calendar-too-large")
    @APIResponse(responseCode = "422", description = "calendar-unreadable, calendar-too-many")
    public Response preview(String body) {
        var given = Json.read(body, Body.class);
        return Response.ok(imports.preview(given.name(), given.content())).build();
    }

    @POST
    @Operation(
            summary =
                    "Brings a calendar: new entries are added, known ones updated, those gone and still ahead cancelled",
            description = "As private entries from a month ago to in a year; what recurs is expanded.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "what was done",
            content = @Content(schema = @Schema(implementation = CalendarImports.Outcome.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "413", description = "calendar-too-large")
    @APIResponse(responseCode = "422", description = "calendar-unreadable, calendar-too-many")
    public Response bring(String body) {
        return answers.once(body, () -> {
            var given = Json.read(body, Body.class);
            return answers.done(200, imports.bring(given.name(), given.content()));
        });
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes a calendar and its entries away again")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "not one of the caller's")
    public Response forget(@PathParam("id") String id) {
        imports.forget(Params.id("calendar", id));
        return Response.noContent().build();
    }
}
