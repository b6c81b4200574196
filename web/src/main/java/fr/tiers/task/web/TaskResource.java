package fr.tiers.task.web;

import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Answers;
import fr.tiers.kernel.web.Json;
import fr.tiers.kernel.web.Paging;
import fr.tiers.kernel.web.Params;
import fr.tiers.task.TaskList;
import fr.tiers.task.TaskLoad;
import fr.tiers.task.TaskRow;
import fr.tiers.task.TaskSort;
import fr.tiers.task.Tasks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is to be done. A task is an event: it is written, changed and deleted as one. */
@Path("tasks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
public class TaskResource {

    private static final String DELEGATION = "{\"assignee\":\"sales\",\"note\":\"Le client attend notre appel\"}";
    private static final String MOVE = "{\"state\":\"IN_PROGRESS\",\"after\":17}";

    @Inject
    private TaskList list;

    @Inject
    private Tasks tasks;

    @Inject
    private Answers answers;

    /**
     * Where a task goes on the board.
     *
     * @param after id of the task it comes below; on top when absent
     */
    public record Move(EventState state, Long after) {}

    @GET
    @Operation(
            summary = "Tasks: mine, those I have given away, or the team's",
            description =
                    "`sort`: due, priority, subject, tier, assignee, createdAt, or rank for the order of the board; with - for "
                            + "descending.")
    @APIResponse(
            responseCode = "200",
            description = "one page",
            content = @Content(schema = @Schema(implementation = TaskRow[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read")
    public Response list(
            @BeanParam TaskFilterParams filter,
            @BeanParam Paging paging,
            @QueryParam("sort") @DefaultValue("due") String sort) {
        return answers.page(list.page(filter.filter(), TaskSort.Order.parse(sort), paging.after(), paging.limit()));
    }

    @GET
    @Path("load")
    @Operation(
            summary = "Who has how much to do by when",
            description =
                    "Open tasks by who has them and the day they are due; `before` holds what is due before `from`. At most 92 days.")
    @APIResponse(
            responseCode = "200",
            description = "with an ETag",
            content = @Content(schema = @Schema(implementation = TaskLoad[].class)))
    @APIResponse(responseCode = "400", description = "a parameter cannot be read, or the days are too many")
    public Response load(
            @BeanParam TaskFilterParams filter,
            @Parameter(description = "first day, like 2026-11-23", required = true) @QueryParam("from") String from,
            @Parameter(description = "last day, like 2026-11-29", required = true) @QueryParam("to") String to) {
        return answers.read(
                new Answers.Items<>(list.load(filter.filter(), required("from", from), required("to", to))));
    }

    private static LocalDate required(String name, String day) {
        if (day == null) {
            throw BusinessException.invalid(name, "required");
        }
        return Params.day(name, day);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A task as the lists show it")
    @APIResponse(
            responseCode = "200",
            description = "with its version as ETag",
            content = @Content(schema = @Schema(implementation = TaskRow.class)))
    @APIResponse(responseCode = "404", description = "no task of this caller")
    public Response read(@PathParam("id") String id) {
        var task = list.get(Params.id("task", id));
        // the name of whoever has it may change without the task
        return Response.ok(task).tag(String.valueOf(task.version())).build();
    }

    @POST
    @Path("{id}/take")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes a task out of the queue of one of the caller's groups",
            description = "Of two callers one gets it; for the one who has it already it is done.")
    @APIResponse(
            responseCode = "200",
            description = "taken",
            content = @Content(schema = @Schema(implementation = TaskRow.class)))
    @APIResponse(responseCode = "404", description = "no task of this caller")
    @APIResponse(responseCode = "409", description = "somebody else has it")
    @APIResponse(responseCode = "422", description = "it waits in no queue of the caller's")
    public Response take(@PathParam("id") String id, String body) {
        long taskId = Params.id("task", id);
        return answers.once(body, () -> {
            var task = tasks.take(taskId);
            return answers.done(200, task, task.version());
        });
    }

    @POST
    @Path("{id}/delegate")
    @Operation(
            summary = "Hands the task on to somebody, or into the queue of a group",
            description = "Either `assignee` or `group`. The note is added to the task's text. Needs If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Tasks.Delegation.class), example = DELEGATION))
    @APIResponse(
            responseCode = "200",
            description = "handed on; the task as an event",
            content = @Content(schema = @Schema(implementation = EventView.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "no task of this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response delegate(@PathParam("id") String id, String body) {
        long taskId = tasks.get(Params.id("task", id)).id();
        long version = answers.requiredVersion("task", taskId);
        return answers.once(body, () -> {
            var task = tasks.delegate(taskId, version, Json.read(body, Tasks.Delegation.class));
            return answers.done(200, task, task.version());
        });
    }

    @POST
    @Path("{id}/move")
    @Operation(
            summary = "Puts the task into a column of the board, at a place that is kept",
            description = "Needs If-Match.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Move.class), example = MOVE))
    @APIResponse(
            responseCode = "200",
            description = "moved",
            content = @Content(schema = @Schema(implementation = TaskRow.class)))
    @APIResponse(responseCode = "400", description = "violations name what is wrong")
    @APIResponse(responseCode = "404", description = "no task of this caller")
    @APIResponse(responseCode = "412", description = "somebody else was faster")
    public Response move(@PathParam("id") String id, String body) {
        long taskId = tasks.get(Params.id("task", id)).id();
        long version = answers.requiredVersion("task", taskId);
        return answers.once(body, () -> {
            var move = Json.read(body, Move.class);
            if (move.state() == null) {
                throw BusinessException.invalid("state", "required");
            }
            var task = tasks.move(taskId, version, move.state(), move.after());
            return answers.done(200, task, task.version());
        });
    }
}
