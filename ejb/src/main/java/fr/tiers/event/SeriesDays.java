package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.event.SeriesRows.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which event of a series stands on which day of its rule. */
@ApplicationScoped
public class SeriesDays {

    private final Events events;
    private final SeriesRows rows;

    protected SeriesDays() {
        this(null, null);
    }

    @Inject
    public SeriesDays(Events events, SeriesRows rows) {
        this.events = events;
        this.rows = rows;
    }

    /** The first day of the rule that a change is for. */
    LocalDate firstOf(Head series, long eventId, EventView event, SeriesScope scope) {
        return scope == SeriesScope.ALL
                ? series.startsOn()
                : rows.rows(series.id()).stream()
                        .filter(row -> row.event() == eventId)
                        .map(Row::day)
                        .findFirst()
                        .orElse(SeriesTimes.day(event.start()));
    }

    static LocalDate firstDay(Head series) {
        return series.rule().days(series.startsOn()).findFirst().orElse(series.startsOn());
    }

    /** The rule has no day from this one on. */
    void end(Head series, LocalDate before) {
        rows.update(
                series.id(), series.rule().endingOn(before.minusDays(1)), series.startsOn(), series.startsAt(), null);
    }

    /** A time is taken by one event of a series only: all leave theirs before any takes its new one. */
    void replace(Head after, List<Row> moving, Function<Row, LocalDate> day, List<Row> all) {
        var taken = all.stream()
                .filter(row -> !moving.contains(row))
                .map(Row::occurrence)
                .collect(Collectors.toCollection(HashSet::new));
        moving.forEach(row -> rows.place(row.event(), after.id(), null));
        for (var row : moving) {
            var to = day.apply(row);
            if (to != null && taken.add(after.at(to))) {
                rows.place(row.event(), after.id(), after.at(to));
            }
        }
    }

    /** Deletes an event that the rule no longer has; its day is not remembered as one that somebody took out. */
    void drop(Row row) {
        rows.free(row.event());
        events.delete(row.event(), events.get(row.event()).version());
    }
}
