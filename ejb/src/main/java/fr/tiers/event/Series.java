package fr.tiers.event;

import fr.tiers.event.SeriesRows.Head;
import fr.tiers.event.SeriesRows.Row;
import fr.tiers.history.Authors;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Records;
import fr.tiers.recurrence.Rule;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Events that come again. The events of a series are made ahead of time, {@link SeriesMaker#HORIZON_MONTHS} months or to its end, and are
 * events like any other; the rest follows day by day ({@link SeriesTimer}).
 */
@Stateless
@PermitAll
public class Series {

    @Inject
    Events events;

    @Inject
    EventRows eventRows;

    @Inject
    EventSight sight;

    @Inject
    SeriesRows rows;

    @Inject
    SeriesMaker maker;

    @Inject
    SeriesDays places;

    @Inject
    SeriesChange change;

    @Inject
    SeriesRhythm rhythm;

    @Inject
    Authors authors;

    @Inject
    Clock clock;

    @Inject
    Event<SeriesChanged> changed;

    /**
     * @param tierId null for events that are about no tier
     * @throws BusinessException INVALID with every violation; NOT_FOUND for a tier that is not the caller's to see
     */
    public SeriesView create(Long tierId, EventCommand command, Rule rule) {
        var begun = SeriesTimes.begun(command, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        var start = SeriesTimes.local(begun.start());
        SeriesMaker.check(rule, start.toLocalDate());
        var series = rows.insert(
                rule.anchored(start.toLocalDate()),
                start.toLocalDate(),
                start.toLocalTime(),
                start.toLocalDate(),
                Set.of(),
                authors.current().login(),
                UUID.randomUUID());
        maker.make(series, tierId, begun);
        return get(series.id());
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
        } else if (series.nextOn() != null && !series.nextOn().isAfter(maker.horizon())) {
            var like = read(model.get());
            maker.make(series, like.tierId(), Records.with(like.command(), "state", null));
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
        var series = found.get();
        tell(series, change.apply(series, before, command, scope));
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

    private EventView known(long eventId, long version) {
        var event = events.get(eventId);
        if (event.version() != version) {
            throw BusinessException.stale("event", eventId);
        }
        return event;
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
        var after = rhythm.apply(series, event, rule);
        tell(series, after);
        return get(after.id());
    }

    private void tell(Head before, Head after) {
        changed.fire(new SeriesChanged(before.id(), before.uid(), null));
        if (after.id() != before.id()) {
            changed.fire(new SeriesChanged(after.id(), after.uid(), null));
        }
    }

    /**
     * An event that stood alone is the first of a series from now on. Where the rule does not have its day it goes to the first that it has.
     *
     * @throws BusinessException NOT_FOUND; INVALID, FORBIDDEN, STALE; REFUSED {@code event-repeats} for one that is in a series
     */
    public SeriesView repeat(long eventId, long version, Rule rule) {
        var event = known(eventId, version);
        sight.requireEditable(event);
        if (event.series() != null) {
            throw new BusinessException(Kind.REFUSED, "event-repeats");
        }
        var day = SeriesTimes.day(event.start());
        SeriesMaker.check(rule, day);
        var anchored = rule.anchored(day);
        var first = anchored.days(day).findFirst().orElseThrow();
        var begun = SeriesTimes.on(SeriesTimes.begun(event.command(), event.start()), first);
        var moved = first.equals(day) ? event : events.update(eventId, version, begun);
        var series = rows.insert(
                anchored,
                first,
                SeriesTimes.local(event.start()).toLocalTime(),
                first,
                Set.of(),
                event.author(),
                event.uid());
        rows.rename(eventId);
        rows.place(eventId, series.id(), series.at(first));
        maker.make(series.skipping(Set.of(first)), event.tierId(), Records.with(moved.command(), "state", null));
        changed.fire(new SeriesChanged(series.id(), series.uid(), eventId));
        return get(series.id());
    }

    /**
     * After this event none comes any more: what is still to come is deleted, what is done stays.
     *
     * @throws BusinessException NOT_FOUND for an event that stands alone; FORBIDDEN, STALE
     */
    public void end(long eventId, long version) {
        var event = known(eventId, version);
        sight.requireEditable(event);
        var series = rows.of(eventId).flatMap(rows::lock).orElseThrow(() -> SeriesRows.notOfSeries(eventId));
        drop(
                series,
                eventId,
                places.firstOf(series, eventId, event, SeriesScope.FOLLOWING).plusDays(1),
                false);
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
        drop(series, eventId, places.firstOf(series, eventId, event, scope), true);
    }

    /**
     * Calls off one event, it and those after it, or all that are still to come; none is made any more then.
     *
     * @throws BusinessException NOT_FOUND, FORBIDDEN; STALE with the version
     */
    public void cancel(long eventId, long version, SeriesScope scope) {
        var event = known(eventId, version);
        var found = rows.of(eventId).flatMap(rows::lock);
        if (scope == SeriesScope.THIS || found.isEmpty()) {
            events.changeState(eventId, version, EventState.CANCELLED);
            return;
        }
        var series = found.get();
        var first = places.firstOf(series, eventId, event, scope);
        var now = clock.instant();
        var all = rows.rows(series.id());
        if (series.nextOn() != null) {
            places.end(series, series.nextOn());
        }
        for (var row : all) {
            if (row.event() == eventId || !row.day().isBefore(first) && isAhead(row, now)) {
                events.changeState(row.event(), events.get(row.event()).version(), EventState.CANCELLED);
            }
        }
        changed.fire(new SeriesChanged(series.id(), series.uid(), null));
    }

    private void drop(Head series, long eventId, LocalDate first, boolean itself) {
        var now = clock.instant();
        places.end(
                series,
                first.isAfter(series.startsOn()) ? first : series.startsOn().plusDays(1));
        for (var row : rows.rows(series.id())) {
            boolean own = row.event() == eventId;
            if (own ? itself : !row.day().isBefore(first) && isAhead(row, now)) {
                places.drop(row);
            }
        }
        if (rows.model(series.id()).isEmpty()) {
            rows.delete(series.id());
        }
        changed.fire(new SeriesChanged(series.id(), series.uid(), null));
    }

    private static boolean isAhead(Row row, Instant now) {
        return row.state().isOpen()
                && (row.kind() == EventKind.TASK || !row.start().isBefore(now));
    }
}
