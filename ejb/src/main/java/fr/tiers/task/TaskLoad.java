package fr.tiers.task;

import java.time.LocalDate;

/**
 * The open tasks of somebody, or of a queue, that are due on a day.
 *
 * @param assignee login; null for what waits in a queue, or is nobody's
 * @param group code of the group in whose queue they wait; null for what somebody has
 * @param day null for what is due before the first day, or on no day
 * @param before whether they are due before the first day
 * @param urgent so many of them are of a high priority
 */
public record TaskLoad(
        String assignee,
        String assigneeName,
        String group,
        String groupName,
        LocalDate day,
        boolean before,
        long tasks,
        long urgent) {

    /** A quarter of a year is counted at most. */
    public static final int MAX_DAYS = 92;
}
