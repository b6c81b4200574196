package fr.tiers.agenda.web;

import fr.tiers.agenda.Agenda;
import fr.tiers.agenda.AgendaEntry;
import fr.tiers.agenda.AgendaFrame;
import fr.tiers.agenda.SlotWish;
import fr.tiers.agenda.Span;
import fr.tiers.event.EventKind;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The agendas of the people of the house. */
@Path("agenda")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agenda")
public class AgendaResource {

    private static final int MAX_MINUTES = 4;

    @Inject
    private Agenda agenda;

    @Inject
    private Answers answers;

    @GET
    @Operation(
            summary = "What some people have within a frame of time",
            description =
                    "By beginning. Of what the caller may not see only that the time is taken is told (busy). At most 50 people and 100 days.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = AgendaEntry[].class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response entries(
            @Parameter(description = "instant or day, required", example = "2026-11-23T00:00:00+01:00")
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "instant or day, not in it any more; required",
                            example = "2026-11-30T00:00:00+01:00")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "logins with commas between; required", example = "sales,manager")
                    @QueryParam("users")
                    String users,
            @Parameter(
                            description =
                                    "CALL, EMAIL, MEETING, NOTE, TASK with commas between; calls, meetings and tasks when absent",
                            example = "MEETING,CALL")
                    @QueryParam("kinds")
                    String kinds,
            @Parameter(
                            description = "whether what was called off is there as well; false when absent",
                            example = "true")
                    @QueryParam("cancelled")
                    String cancelled) {
        var frame = new AgendaFrame(
                Params.instant("from", from),
                Params.instant("to", to),
                words("users", users),
                kinds(kinds),
                Boolean.TRUE.equals(Params.bool("cancelled", cancelled)));
        return answers.read(new Answers.Items<>(agenda.entries(frame)));
    }

    @GET
    @Path("availability")
    @Operation(
            summary = "The time that is free for all of some people",
            description =
                    "On working days within working hours, from now on; each slot is as long as it can be. At most 50 people and 62 days.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = Span[].class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    public Response availability(
            @Parameter(description = "logins with commas between; required", example = "sales,manager")
                    @QueryParam("users")
                    String users,
            @Parameter(description = "first day, required", example = "2026-11-23") @QueryParam("from") String from,
            @Parameter(description = "last day, required", example = "2026-11-27") @QueryParam("to") String to,
            @Parameter(description = "how long it has to be, 5 to 720; required", example = "60") @QueryParam("minutes")
                    String minutes,
            @Parameter(description = "when one begins to work; 09:00 when absent", example = "08:30")
                    @QueryParam("opens")
                    String opens,
            @Parameter(description = "when one stops working; 18:00 when absent", example = "17:30")
                    @QueryParam("closes")
                    String closes) {
        var wish = new SlotWish(
                words("users", users),
                day("from", from),
                day("to", to),
                minutes(minutes),
                time("opens", opens, SlotWish.USUAL_OPENING),
                time("closes", closes, SlotWish.USUAL_CLOSING));
        return answers.read(new Answers.Items<>(agenda.availability(wish)));
    }

    private static List<String> words(String name, String text) {
        var clean = Params.text(name, text);
        return clean == null
                ? List.of()
                : Arrays.stream(clean.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static Set<EventKind> kinds(String text) {
        try {
            return words("kinds", text).stream().map(EventKind::valueOf).collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw BusinessException.invalid("kinds", "unknown-value", text);
        }
    }

    private static LocalDate day(String name, String text) {
        return text == null ? null : Params.day(name, text);
    }

    private static int minutes(String text) {
        if (text == null) {
            throw BusinessException.invalid("minutes", "required");
        }
        var number = Params.number("minutes", text);
        return text.length() > MAX_MINUTES ? -1 : number.intValue();
    }

    private static LocalTime time(String name, String text, LocalTime usual) {
        try {
            return text == null ? usual : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw BusinessException.invalid(name, "wrong-type");
        }
    }
}
