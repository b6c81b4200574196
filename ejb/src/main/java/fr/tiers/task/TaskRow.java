package fr.tiers.task;

import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A task in a list or on the board.
 *
 * @param type code of a type of events
 * @param overdue whether it is open after the day it was due
 * @param start of its slot, or the beginning of the day it is due
 * @param end null without a slot
 * @param tierName null as well when the tier is not the caller's to see
 * @param assignee login; null when it waits in a queue, or is nobody's
 * @param group code of the group that has it, or had it when it was taken
 * @param takeable whether it waits in a queue of the caller's
 * @param author login
 * @param series id of what it is an occurrence of; null for a task that stands alone
 */
public record TaskRow(
        long id,
        long version,
        String type,
        String subject,
        EventState state,
        LocalDate dueOn,
        boolean overdue,
        Priority priority,
        Instant start,
        Instant end,
        Long tierId,
        String tierName,
        Long contactId,
        String contactName,
        String assignee,
        String assigneeName,
        String group,
        String groupName,
        boolean takeable,
        String author,
        String authorName,
        boolean privateEntry,
        Long series)
        implements Serializable {

    /** Whether it waits for somebody of a group to take it. */
    public boolean queued() {
        return assignee == null && group != null;
    }
}
