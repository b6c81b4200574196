package fr.tiers.agenda.web;

import fr.tiers.event.EventCommand;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventView;
import fr.tiers.kernel.Records;
import fr.tiers.shell.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** What an event is to say after it has been dropped somewhere in the agenda. */
final class AgendaMoves {

    private static final Duration HOUR = Duration.ofHours(1);

    private AgendaMoves() {}

    private static LocalDate day(Instant instant) {
        return instant.atZone(Formats.ZONE).toLocalDate();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }

    /** A task without a slot stands at the day it is due: that is what moves. */
    static boolean isDue(EventView event) {
        return event.kind() == EventKind.TASK
                && event.task().dueOn() != null
                && event.end() == null
                && event.start()
                        .atZone(Formats.ZONE)
                        .toLocalDateTime()
                        .equals(event.task().dueOn().atTime(LocalTime.MIDNIGHT));
    }

    private static EventCommand at(EventCommand command, Instant start, Instant end, boolean allDay) {
        return Records.with(Records.with(Records.with(command, "start", start), "end", end), "allDay", allDay);
    }

    private static EventCommand due(EventCommand command, LocalDate day) {
        return Records.with(
                command, "task", new EventCommand.Task(day, command.task().priority()));
    }

    /** To other times. */
    static EventCommand to(EventView event, Instant start, Instant end) {
        return isDue(event)
                ? due(at(event.command(), start, null, false), day(start))
                : at(event.command(), start, end, event.allDay());
    }

    /** Up to the whole days; a task is due then and has no slot any more. */
    static EventCommand toDay(EventView event, LocalDate day) {
        return event.kind() == EventKind.TASK
                ? due(at(event.command(), midnight(day), null, false), day)
                : at(event.command(), midnight(day), null, true);
    }

    /** Down among the hours, for one of them; a task stays due when it was, unless it is done only later. */
    static EventCommand toHours(EventView event, ZonedDateTime time) {
        var start = time.toInstant();
        var placed = at(event.command(), start, start.plus(HOUR), false);
        boolean late = event.kind() == EventKind.TASK
                && event.task().dueOn() != null
                && time.toLocalDate().isAfter(event.task().dueOn());
        return late ? due(placed, time.toLocalDate()) : placed;
    }
}
