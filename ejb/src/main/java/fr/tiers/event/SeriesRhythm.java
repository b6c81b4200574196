package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.event.SeriesRows.Row;
import fr.tiers.kernel.Records;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives a series another rule from one of its events on. */
@ApplicationScoped
public class SeriesRhythm {

    private final SeriesRows rows;
    private final SeriesDays places;
    private final SeriesMaker maker;

    protected SeriesRhythm() {
        this(null, null, null);
    }

    @Inject
    public SeriesRhythm(SeriesRows rows, SeriesDays places, SeriesMaker maker) {
        this.rows = rows;
        this.places = places;
        this.maker = maker;
    }

    /** @return the series that has the new rule */
    Head apply(Head series, EventView event, Rule rule) {
        var first = places.firstOf(series, event.id(), event, SeriesScope.FOLLOWING);
        SeriesMaker.check(rule, first);
        var model = Records.with(event.command(), "state", null);
        var anchored = rule.anchored(first);
        boolean whole = !SeriesDays.firstDay(series).isBefore(first);
        if (whole) {
            rows.update(series.id(), anchored, first, series.startsAt(), first);
        } else {
            places.end(series, first);
        }
        var after = whole
                ? rows.find(series.id()).orElseThrow()
                : rows.split(series, anchored, first, series.startsAt(), first, series.skipped());
        var kept = keep(series, after, first);
        maker.make(after.skipping(kept), event.tierId(), model);
        return after;
    }

    /** @return the days of the new rule that are not to be made: skipped before, or there already */
    private Set<LocalDate> keep(Head before, Head after, LocalDate first) {
        var all = rows.rows(before.id());
        var later = all.stream().filter(row -> !row.day().isBefore(first)).toList();
        var last = later.stream().map(Row::day).max(LocalDate::compareTo).orElse(first);
        var days = after.rule()
                .days(after.startsOn())
                .takeWhile(day -> !day.isAfter(last))
                .collect(Collectors.toSet());
        places.replace(after, later, row -> days.contains(row.day()) ? row.day() : null, all);
        for (var row : later) {
            if (!days.contains(row.day()) && row.follows()) {
                places.drop(row);
            }
        }
        var kept = new HashSet<>(after.skipped());
        later.stream().map(Row::day).filter(days::contains).forEach(kept::add);
        return kept;
    }
}
