package fr.tiers.task.web;

import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.task.TaskFilter;
import fr.tiers.task.TaskScope;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Filters of the tasks; all of them must hold. */
public class TaskFilterParams {

    @QueryParam("scope")
    @Parameter(description = "MINE (also when absent), DELEGATED or TEAM")
    private String scope;

    @QueryParam("q")
    @Parameter(description = "words of the subject")
    private String q;

    @QueryParam("state")
    @Parameter(description = "PLANNED, IN_PROGRESS, DONE or CANCELLED")
    private String state;

    @QueryParam("open")
    @Parameter(description = "true: planned or in progress")
    private String open;

    @QueryParam("overdue")
    @Parameter(description = "true: open after the day it was due")
    private String overdue;

    @QueryParam("dueFrom")
    @Parameter(description = "a day, like 2026-11-30")
    private String dueFrom;

    @QueryParam("dueTo")
    @Parameter(description = "a day, like 2026-11-30")
    private String dueTo;

    @QueryParam("priority")
    @Parameter(description = "LOW, NORMAL, HIGH or URGENT")
    private String priority;

    @QueryParam("type")
    @Parameter(description = "code of a type of events of the kind TASK")
    private String type;

    @QueryParam("tier")
    @Parameter(description = "id of the tier")
    private String tier;

    @QueryParam("contact")
    @Parameter(description = "id of the contact")
    private String contact;

    @QueryParam("assignee")
    @Parameter(description = "login")
    private String assignee;

    @QueryParam("group")
    @Parameter(description = "code of the group")
    private String group;

    @QueryParam("queued")
    @Parameter(description = "true: waits for somebody of its group")
    private String queued;

    TaskFilter filter() {
        return new TaskFilter(
                one(TaskScope.values(), "scope", scope),
                Params.text("q", q),
                one(EventState.values(), "state", state),
                Params.bool("open", open),
                Params.bool("overdue", overdue),
                day("dueFrom", dueFrom),
                day("dueTo", dueTo),
                one(Priority.values(), "priority", priority),
                Params.text("type", type),
                Params.number("tier", tier),
                Params.number("contact", contact),
                Params.text("assignee", assignee),
                Params.text("group", group),
                Params.bool("queued", queued));
    }

    private static LocalDate day(String name, String text) {
        return text == null ? null : Params.day(name, text);
    }

    /** @return null when absent */
    static <E extends Enum<E>> E one(E[] values, String name, String text) {
        return text == null
                ? null
                : Stream.of(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> BusinessException.invalid(name, "unknown-value", Params.text(name, text)));
    }
}
