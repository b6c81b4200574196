package fr.tiers.calendar;

import fr.tiers.event.EventState;
import fr.tiers.event.EventView;
import fr.tiers.event.Participant;
import fr.tiers.event.SeriesReader;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what is behind a name in calendars, as it is now. */
@ApplicationScoped
public class CalendarThreads {

    /** What was longer ago interests no calendar. */
    private static final Duration PAST = Duration.ofDays(366);

    private final Db db;
    private final Clock clock;
    private final SeriesReader series;
    private final GuestList guests;

    protected CalendarThreads() {
        this(null, null, null, null);
    }

    @Inject
    public CalendarThreads(Db db, Clock clock, SeriesReader series, GuestList guests) {
        this.db = db;
        this.clock = clock;
        this.series = series;
        this.guests = guests;
    }

    /** @return nothing for what is gone or no meeting */
    Optional<CalendarThread> find(UUID uid) {
        var whole = series.byUid(uid);
        return (whole.isPresent() ? whole.map(this::of) : series.alone(uid).map(this::alone))
                .filter(thread -> thread.model().meeting() != null);
    }

    /** The name under which calendars know an event: its own, or that of its series. */
    UUID nameOf(EventView event) {
        if (event.series() == null || event.series().occurrence() == null) {
            return event.uid();
        }
        return series.name(event.series().id()).map(SeriesReader.Name::uid).orElse(event.uid());
    }

    private CalendarThread alone(EventView event) {
        boolean open = event.state() != EventState.CANCELLED;
        return new CalendarThread(
                event.uid(),
                event,
                Piece.of(event),
                open ? guests.byAddress(event) : Map.of(),
                new TreeMap<>(),
                null,
                isWriting(event),
                event.state() == EventState.DONE);
    }

    CalendarThread of(SeriesReader.Whole whole) {
        var known = new HashMap<List<?>, Map<String, GuestList.Addressee>>();
        var days = new TreeMap<Instant, CalendarThread.Day>();
        var past = clock.instant().minus(PAST);
        whole.days().tailMap(past).forEach((time, event) -> day(time, event.orElse(null), known)
                .ifPresent(day -> days.put(time, day)));
        return new CalendarThread(
                whole.uid(),
                whole.model(),
                Piece.of(whole.model()).at(whole.first()),
                people(whole.model(), known),
                days,
                whole,
                whole.invites(),
                false);
    }

    /** Of what has been only what was changed by itself counts: the rest keeps the time that it had. */
    private Optional<CalendarThread.Day> day(
            Instant time, EventView event, Map<List<?>, Map<String, GuestList.Addressee>> known) {
        if (event == null || event.state() == EventState.CANCELLED) {
            return Optional.of(new CalendarThread.Day(null, Map.of()));
        }
        boolean ahead = Piece.of(event).over().isAfter(clock.instant());
        return ahead || event.series().exception()
                ? Optional.of(new CalendarThread.Day(event, people(event, known)))
                : Optional.empty();
    }

    /** Most days of a series have the same people: they are looked up once. */
    private Map<String, GuestList.Addressee> people(
            EventView event, Map<List<?>, Map<String, GuestList.Addressee>> known) {
        var keys = event.meeting() == null
                ? List.<Object>of()
                : event.meeting().participants().stream().map(Participant::key).toList();
        return known.computeIfAbsent(
                List.of(keys, GuestList.organiserLogin(event), String.valueOf(event.tierId())),
                any -> guests.byAddress(event));
    }

    boolean isWriting(EventView event) {
        return db.call(handle -> handle.createQuery(
                        """
                        select coalesce((select s.invites from event_series s where s.id = :series),
                                        (select i.send from event_invite i where i.event_id = :event), false)
                        """)
                .bind("series", event.series() == null ? null : event.series().id())
                .bind("event", event.id())
                .mapTo(Boolean.class)
                .one());
    }
}
