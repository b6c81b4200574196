package fr.tiers.task;

import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import fr.tiers.kernel.Checks;
import java.time.LocalDate;

/**
 * Which tasks a list shows; null asks for nothing, but the scope is always asked.
 *
 * @param q words of the subject
 * @param open true for what is planned or in progress
 * @param overdue true for what is open after the day it was due
 * @param dueFrom due on this day or after
 * @param dueTo due on this day or before
 * @param type code of a type of events
 * @param tier id
 * @param contact id
 * @param assignee login
 * @param group code of the group that has it, or had it when it was taken
 * @param queued true for what waits in a queue
 */
public record TaskFilter(
        TaskScope scope,
        String q,
        EventState state,
        Boolean open,
        Boolean overdue,
        LocalDate dueFrom,
        LocalDate dueTo,
        Priority priority,
        String type,
        Long tier,
        Long contact,
        String assignee,
        String group,
        Boolean queued) {

    public TaskFilter {
        scope = scope == null ? TaskScope.MINE : scope;
        q = Checks.trim(q);
    }

    /** Everything of a scope. */
    public static TaskFilter of(TaskScope scope) {
        return new TaskFilter(scope, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
