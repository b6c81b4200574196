package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.event.SeriesRows.Row;
import fr.tiers.kernel.Records;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Brings what one event of a series is changed to upon the following ones, or upon all. */
@ApplicationScoped
public class SeriesChange {

    private final Events events;
    private final SeriesRows rows;
    private final SeriesDays places;
    private final SeriesExceptions exceptions;
    private final Clock clock;

    protected SeriesChange() {
        this(null, null, null, null, null);
    }

    @Inject
    public SeriesChange(Events events, SeriesRows rows, SeriesDays places, SeriesExceptions exceptions, Clock clock) {
        this.events = events;
        this.rows = rows;
        this.places = places;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** @return the series that the event is in from now on */
    Head apply(Head series, EventView before, EventCommand command, SeriesScope scope) {
        var begun = SeriesTimes.begun(command, before.start());
        // refuses what is wrong before anything else moves
        var after = events.update(before.id(), before.version(), begun);
        var first = places.firstOf(series, before.id(), before, scope);
        var shift = new Shift(SeriesTimes.day(before.start()), SeriesTimes.day(after.start()));
        var moved = moved(series, first, shift, begun, scope);
        follow(series, moved, new Change(before.id(), before, begun, first, scope));
        exceptions.mark(before.id(), false);
        return moved;
    }

    private record Shift(LocalDate before, LocalDate after) {

        LocalDate of(LocalDate day) {
            return day.plusDays(ChronoUnit.DAYS.between(before, after));
        }
    }

    private record Change(long event, EventView before, EventCommand command, LocalDate first, SeriesScope scope) {}

    /** The series with its new days: itself, or a new one beside it that has the later ones. */
    private Head moved(Head series, LocalDate first, Shift shift, EventCommand command, SeriesScope scope) {
        var rule = series.rule();
        var time = SeriesTimes.local(command.start()).toLocalTime();
        long earlier = rule.days(series.startsOn())
                .takeWhile(day -> day.isBefore(first))
                .count();
        var start = shift.of(scope == SeriesScope.ALL ? SeriesDays.firstDay(series) : first);
        var shifted = rule.shifted(shift.before(), shift.after());
        shifted = shifted.until() != null && shifted.until().isBefore(start) ? shifted.endingOn(start) : shifted;
        var next = next(series, first, shifted, start);
        if (earlier == 0) {
            rows.update(series.id(), shifted, start, time, next);
            return rows.find(series.id()).orElseThrow();
        }
        places.end(series, first);
        var skipped = series.skipped().stream()
                .filter(day -> !day.isBefore(first))
                .map(shift::of)
                .collect(Collectors.toSet());
        var rest = rule.count() == null ? shifted : shifted.times((int) Math.max(1, rule.count() - earlier));
        return rows.split(series, rest, start, time, next, skipped);
    }

    /** The day of the new rule that has the place of the old one's next day. */
    private static LocalDate next(Head series, LocalDate first, Rule moved, LocalDate start) {
        if (series.nextOn() == null) {
            return null;
        }
        long made = series.rule()
                .days(series.startsOn())
                .dropWhile(day -> day.isBefore(first))
                .takeWhile(day -> day.isBefore(series.nextOn()))
                .count();
        return moved.days(start).skip(made).findFirst().orElse(null);
    }

    /** The events go where their days have gone, and say what the changed one says. */
    private void follow(Head before, Head after, Change change) {
        var all = rows.rows(before.id());
        var now = clock.instant();
        var upcoming = all.stream()
                .filter(row -> !row.day().isBefore(change.first()))
                .filter(row -> change.scope() == SeriesScope.FOLLOWING
                        || !row.start().isBefore(now)
                        || row.event() == change.event())
                .toList();
        var days = days(before, after, change, upcoming);
        places.replace(after, upcoming, row -> days.get(row.day()), all);
        for (var row : upcoming) {
            if (row.follows() && row.event() != change.event()) {
                var day = days.get(row.day());
                rewrite(row, command -> day == null ? command : SeriesTimes.on(command, day), change);
            }
        }
        if (change.scope() == SeriesScope.ALL) {
            all.stream()
                    .filter(row -> !upcoming.contains(row) && row.follows())
                    .forEach(row -> rewrite(row, command -> SeriesTimes.at(command, events.get(row.event())), change));
        }
    }

    /** Which day of the old rule is which of the new one: the first the first, the second the second. */
    private static Map<LocalDate, LocalDate> days(Head before, Head after, Change change, List<Row> rows) {
        var last = rows.stream().map(Row::day).max(LocalDate::compareTo).orElse(change.first());
        var from = before.rule()
                .days(before.startsOn())
                .dropWhile(day -> day.isBefore(change.first()))
                .takeWhile(day -> !day.isAfter(last))
                .toList();
        var days = new HashMap<LocalDate, LocalDate>();
        var to = after.rule().days(after.startsOn()).limit(from.size()).iterator();
        from.stream().takeWhile(day -> to.hasNext()).forEach(day -> days.put(day, to.next()));
        return days;
    }

    private void rewrite(Row row, UnaryOperator<EventCommand> time, Change change) {
        var event = events.get(row.event());
        var command = Records.with(time.apply(change.command()), "state", event.state());
        if (!command.equals(event.command())) {
            events.update(row.event(), event.version(), command);
        }
        exceptions.mark(row.event(), false);
    }
}
