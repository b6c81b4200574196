package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.event.SeriesRows.Row;
import fr.tiers.history.Authors;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Records;
import fr.tiers.recurrence.Rule;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Events that come again. The events of a series are made ahead of time, {@link #HORIZON_MONTHS} months or to its end, and are events like
 * any other; the rest follows day by day ({@link SeriesTimer}).
 */
@Stateless
@PermitAll
public class Series {

    /** How far ahead the events of a series are made. */
    public static final int HORIZON_MONTHS = 18;

    /** At a time; a daily series gets the rest of its months within hours. */
    static final int STEP = 100;

    @Inject
    Events events;

    @Inject
    EventRows eventRows;

    @Inject
    EventSight sight;

    @Inject
    SeriesRows rows;

    @Inject
    SeriesExceptions exceptions;

    @Inject
    Authors authors;

    @Inject
    Clock clock;

    /**
     * @param tierId null for events that are about no tier
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public SeriesView create(Long tierId, EventCommand command, Rule rule) {
        var begun = SeriesTimes.begun(command, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        var start = SeriesTimes.local(begun.start());
        check(rule, start.toLocalDate());
        var series = rows.insert(
                rule.anchored(start.toLocalDate()),
                start.toLocalDate(),
                start.toLocalTime(),
                start.toLocalDate(),
                Set.of(),
                authors.current().login());
        make(series, tierId, begun);
        return get(series.id());
    }

    private static void check(Rule rule, LocalDate start) {
        var checks = new Checks().required("rule", rule);
        checks.refuse();
        rule.check(start, checks);
        checks.refuse();
        checks.holds(rule.days(start).findFirst().isPresent(), "until", "no-occurrence")
                .refuse();
    }

    /** Makes the days from the first that is not made yet, as far as the horizon and not too many. */
    private void make(Head series, Long tierId, EventCommand model) {
        var horizon = horizon();
        var days = series.rule()
                .days(series.startsOn())
                .dropWhile(day -> day.isBefore(series.nextOn()))
                .limit(STEP + 1L)
                .toList();
        var now = days.stream()
                .limit(STEP)
                .takeWhile(day -> !day.isAfter(horizon))
                .toList();
        for (var day : now) {
            if (!series.skipped().contains(day)) {
                var place = new SeriesPlace(series.id(), series.at(day), series.author());
                events.create(tierId, SeriesTimes.on(model, day), place);
            }
        }
        rows.next(series.id(), now.size() < days.size() ? days.get(now.size()) : null);
    }

    private LocalDate horizon() {
        return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE).plusMonths(HORIZON_MONTHS);
    }

    /** Makes what is due of a series, once: whoever comes second finds it made. One that has lost all its events goes. */
    public void prolong(long id) {
        var found = rows.lock(id);
        if (found.isEmpty()) {
            return;
        }
        var series = found.get();
        var model = rows.model(id);
        if (model.isEmpty()) {
            rows.delete(id);
        } else if (series.nextOn() != null && !series.nextOn().isAfter(horizon())) {
            var like = read(model.get());
            make(series, like.tierId(), Records.with(like.command(), "state", null));
        }
    }

    /** As it is, whoever asks: the series goes on with what its author has written. */
    private EventView read(long event) {
        return eventRows
                .select("where e.id = :id", query -> query.bind("id", event))
                .get(0);
    }

    /** @return the series of an event that the caller may see; nothing for an event that stands alone */
    public Optional<SeriesView> of(long eventId) {
        events.get(eventId);
        return rows.of(eventId).map(this::get);
    }

    /** @throws BusinessException NOT_FOUND when none of its events is the caller's to see */
    public SeriesView get(long id) {
        var seen = eventRows.occurrences(id, SeriesView.MAX_EVENTS);
        if (seen.isEmpty()) {
            throw BusinessException.notFound("event-series", id);
        }
        var series = rows.find(id).orElseThrow(() -> BusinessException.notFound("event-series", id));
        return new SeriesView(
                id,
                series.version(),
                series.rule(),
                series.startsOn(),
                series.startsAt(),
                series.nextOn(),
                series.author(),
                seen);
    }

    /**
     * Writes what the command says. Exceptions stay as they are, and what is done.
     *
     * @return the event as it is now
     * @throws BusinessException as {@link Events#update}
     */
    public EventView update(long eventId, long version, EventCommand command, SeriesScope scope) {
        var before = known(eventId, version);
        var found = rows.of(eventId).flatMap(rows::lock);
        if (scope == SeriesScope.THIS || found.isEmpty()) {
            return events.update(eventId, version, command);
        }
        var begun = SeriesTimes.begun(command, before.start());
        // refuses what is wrong before anything else moves
        var after = events.update(eventId, version, begun);
        var series = found.get();
        var first = firstOf(series, eventId, before, scope);
        var shift = new Shift(SeriesTimes.day(before.start()), SeriesTimes.day(after.start()));
        var moved = moved(series, first, shift, begun, scope);
        follow(series, moved, new Change(eventId, before, begun, first, scope));
        exceptions.mark(eventId, false);
        return read(eventId);
    }

    /**
     * The change of {@link #update}, and from this event on another rule: both or neither.
     *
     * @param rule null to leave it as it is
     * @return the event as the command has it; another rule may have no place for it
     */
    public EventView update(long eventId, long version, EventCommand command, SeriesScope scope, Rule rule) {
        var after = update(eventId, version, command, scope);
        if (rule != null) {
            updateRule(eventId, after.version(), rule);
        }
        return after;
    }

    private record Shift(LocalDate before, LocalDate after) {

        LocalDate of(LocalDate day) {
            return day.plusDays(ChronoUnit.DAYS.between(before, after));
        }
    }

    private record Change(long event, EventView before, EventCommand command, LocalDate first, SeriesScope scope) {}

    private EventView known(long eventId, long version) {
        var event = events.get(eventId);
        if (event.version() != version) {
            throw BusinessException.stale("event", eventId);
        }
        return event;
    }

    /** The first day of the rule that a change is for. */
    private LocalDate firstOf(Head series, long eventId, EventView event, SeriesScope scope) {
        return scope == SeriesScope.ALL
                ? series.startsOn()
                : rows.rows(series.id()).stream()
                        .filter(row -> row.event() == eventId)
                        .map(Row::day)
                        .findFirst()
                        .orElse(SeriesTimes.day(event.start()));
    }

    /** The series with its new days: itself, or a new one beside it that has the later ones. */
    private Head moved(Head series, LocalDate first, Shift shift, EventCommand command, SeriesScope scope) {
        var rule = series.rule();
        var time = SeriesTimes.local(command.start()).toLocalTime();
        long earlier = rule.days(series.startsOn())
                .takeWhile(day -> day.isBefore(first))
                .count();
        var start = shift.of(scope == SeriesScope.ALL ? firstDay(series) : first);
        var shifted = rule.shifted(shift.before(), shift.after());
        shifted = shifted.until() != null && shifted.until().isBefore(start) ? shifted.endingOn(start) : shifted;
        var next = next(series, first, shifted, start);
        if (earlier == 0) {
            rows.update(series.id(), shifted, start, time, next);
            return rows.find(series.id()).orElseThrow();
        }
        end(series, first);
        var skipped = series.skipped().stream()
                .filter(day -> !day.isBefore(first))
                .map(shift::of)
                .collect(Collectors.toSet());
        var rest = rule.count() == null ? shifted : shifted.times((int) Math.max(1, rule.count() - earlier));
        return rows.insert(rest, start, time, next, skipped, series.author());
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

    private static LocalDate firstDay(Head series) {
        return series.rule().days(series.startsOn()).findFirst().orElse(series.startsOn());
    }

    private void end(Head series, LocalDate before) {
        rows.update(
                series.id(), series.rule().endingOn(before.minusDays(1)), series.startsOn(), series.startsAt(), null);
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
        replace(after, upcoming, row -> days.get(row.day()), all);
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

    /** A time is taken by one event of a series only: all leave theirs before any takes its new one. */
    private void replace(Head after, List<Row> moving, Function<Row, LocalDate> day, List<Row> all) {
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

    private void rewrite(Row row, UnaryOperator<EventCommand> time, Change change) {
        var event = events.get(row.event());
        var command = Records.with(time.apply(change.command()), "state", event.state());
        if (!command.equals(event.command())) {
            events.update(row.event(), event.version(), command);
        }
        exceptions.mark(row.event(), false);
    }

    /**
     * From this event on the series follows another rule, which begins on the event's day. What stands on a day that the new rule has as
     * well stays; exceptions and what is done stay in any case.
     *
     * @return the series that has the new rule
     * @throws BusinessException NOT_FOUND for an event that stands alone; INVALID, FORBIDDEN, STALE
     */
    public SeriesView updateRule(long eventId, long version, Rule rule) {
        var event = known(eventId, version);
        sight.requireEditable(event);
        var series = rows.of(eventId).flatMap(rows::lock).orElseThrow(() -> SeriesRows.notOfSeries(eventId));
        var first = firstOf(series, eventId, event, SeriesScope.FOLLOWING);
        check(rule, first);
        var model = Records.with(event.command(), "state", null);
        var anchored = rule.anchored(first);
        boolean whole = !firstDay(series).isBefore(first);
        if (whole) {
            rows.update(series.id(), anchored, first, series.startsAt(), first);
        } else {
            end(series, first);
        }
        var after = whole
                ? rows.find(series.id()).orElseThrow()
                : rows.insert(anchored, first, series.startsAt(), first, series.skipped(), series.author());
        var kept = keep(series, after, first);
        make(after.skipping(kept), event.tierId(), model);
        return get(after.id());
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
        replace(after, later, row -> days.contains(row.day()) ? row.day() : null, all);
        for (var row : later) {
            if (!days.contains(row.day()) && row.follows()) {
                drop(row);
            }
        }
        var kept = new HashSet<>(after.skipped());
        later.stream().map(Row::day).filter(days::contains).forEach(kept::add);
        return kept;
    }

    /** Deletes an event that the rule no longer has; its day is not remembered as one that somebody took out. */
    private void drop(Row row) {
        rows.free(row.event());
        events.delete(row.event(), events.get(row.event()).version());
    }

    /**
     * Deletes one event, it and those after it, or all: what is done and what has been stays.
     *
     * @throws BusinessException NOT_FOUND, FORBIDDEN; STALE with the version
     */
    public void delete(long eventId, long version, SeriesScope scope) {
        var event = known(eventId, version);
        var found = rows.of(eventId).flatMap(rows::lock);
        if (scope == SeriesScope.THIS || found.isEmpty()) {
            events.delete(eventId, version);
            return;
        }
        var series = found.get();
        var first = firstOf(series, eventId, event, scope);
        var now = clock.instant();
        end(series, first.isAfter(series.startsOn()) ? first : series.startsOn().plusDays(1));
        for (var row : rows.rows(series.id())) {
            boolean asked = row.event() == eventId || !row.day().isBefore(first) && isAhead(row, now);
            if (asked) {
                drop(row);
            }
        }
        if (rows.model(series.id()).isEmpty()) {
            rows.delete(series.id());
        }
    }

    private static boolean isAhead(Row row, Instant now) {
        return row.state().isOpen()
                && (row.kind() == EventKind.TASK || !row.start().isBefore(now));
    }
}
