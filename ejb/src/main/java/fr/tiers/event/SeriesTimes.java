package fr.tiers.event;

import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** An event on another day: at the same time by the clock on the wall, as long by it, due as many days later. */
final class SeriesTimes {

    private SeriesTimes() {}

    /** With a start, also where the command leaves it open. */
    static EventCommand begun(EventCommand command, Instant otherwise) {
        if (command.start() != null) {
            return command;
        }
        var due = command.taskOrNone().dueOn();
        return Records.with(command, "start", due == null ? otherwise : EventWriter.startOfDay(due));
    }

    static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ClockProducer.ZONE);
    }

    static LocalDate day(Instant time) {
        return local(time).toLocalDate();
    }

    /** @param command with a start */
    static EventCommand on(EventCommand command, LocalDate day) {
        var from = local(command.start());
        var start = day.atTime(from.toLocalTime());
        var moved = Records.with(command, "start", instant(start));
        if (command.end() != null) {
            moved = Records.with(moved, "end", instant(start.plus(Duration.between(from, local(command.end())))));
        }
        return due(
                moved,
                command.taskOrNone().dueOn() == null
                        ? null
                        : command.task().dueOn().plusDays(ChronoUnit.DAYS.between(from.toLocalDate(), day)));
    }

    /** What the command says, at the time that the event has. */
    static EventCommand at(EventCommand command, EventView event) {
        var kept = Records.with(Records.with(command, "start", event.start()), "end", event.end());
        return due(kept, event.task() == null ? null : event.task().dueOn());
    }

    private static EventCommand due(EventCommand command, LocalDate day) {
        return command.task() == null
                ? command
                : Records.with(
                        command,
                        "task",
                        new EventCommand.Task(day, command.task().priority()));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ClockProducer.ZONE).toInstant();
    }
}
