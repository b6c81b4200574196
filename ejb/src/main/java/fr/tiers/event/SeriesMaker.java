package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Makes the events of a series ahead of time, so many at a time. */
@ApplicationScoped
public class SeriesMaker {

    /** How far ahead the events of a series are made. */
    static final int HORIZON_MONTHS = 18;

    /** At a time; a daily series gets the rest of its months within hours. */
    static final int STEP = 100;

    private final Events events;
    private final SeriesRows rows;
    private final Clock clock;

    protected SeriesMaker() {
        this(null, null, null);
    }

    @Inject
    public SeriesMaker(Events events, SeriesRows rows, Clock clock) {
        this.events = events;
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws BusinessException INVALID when the rule is wrong or names no day at all */
    static void check(Rule rule, LocalDate start) {
        var checks = new Checks().required("rule", rule);
        checks.refuse();
        rule.check(start, checks);
        checks.refuse();
        checks.holds(rule.days(start).findFirst().isPresent(), "until", "no-occurrence")
                .refuse();
    }

    /** Makes the days from the first that is not made yet, as far as the horizon and not too many. */
    void make(Head series, Long tierId, EventCommand model) {
        var horizon = horizon();
        var days = series.rule()
                .days(series.startsOn())
                .dropWhile(day -> day.isBefore(series.nextOn()))
                .limit(STEP + 1L)
                .toList();
        var now = days.stream()
                .limit(STEP)
                // the first in any case: a series may begin later than that
                .takeWhile(day -> day.equals(days.get(0)) || !day.isAfter(horizon))
                .toList();
        for (var day : now) {
            if (!series.skipped().contains(day)) {
                var place = new SeriesPlace(series.id(), series.at(day), series.author());
                events.create(tierId, SeriesTimes.on(model, day), place);
            }
        }
        rows.next(series.id(), now.size() < days.size() ? days.get(now.size()) : null);
    }

    LocalDate horizon() {
        return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE).plusMonths(HORIZON_MONTHS);
    }
}
