package fr.tiers.event;

import fr.tiers.kernel.Db;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Series and events by their names in calendars, whoever asks: for what writes to those who take part. */
@ApplicationScoped
public class SeriesReader {

    /** More days than a series can have been made into. */
    private static final int MOST = 10_000;

    private final Db db;
    private final SeriesRows rows;
    private final EventRows events;

    protected SeriesReader() {
        this(null, null, null);
    }

    @Inject
    public SeriesReader(Db db, SeriesRows rows, EventRows events) {
        this.db = db;
        this.rows = rows;
        this.events = events;
    }

    /**
     * A series with each of its days.
     *
     * @param version counts its changes
     * @param first the first day of the rule
     * @param days by the time that the rule has; a day without an event was taken out. Days to come that are not made yet are missing.
     * @param model what its ordinary events are like
     * @param continued whether the rest of it is a series of its own
     */
    public record Whole(
            long id,
            long version,
            UUID uid,
            Rule rule,
            Instant first,
            boolean invites,
            boolean continued,
            NavigableMap<Instant, Optional<EventView>> days,
            EventView model) {}

    /**
     * A series by itself.
     *
     * @param uid its name in calendars
     * @param invites whether its participants are written to
     */
    public record Name(UUID uid, boolean invites) {}

    /** Without reading its days. */
    public Optional<Name> name(long id) {
        return rows.find(id).map(head -> new Name(head.uid(), head.invites()));
    }

    /** @return nothing for a series that is gone, or has no event left */
    public Optional<Whole> byUid(UUID uid) {
        return db.call(handle -> handle.createQuery("select id from event_series where uid = :uid")
                        .bind("uid", uid)
                        .mapTo(Long.class)
                        .findOne())
                .flatMap(this::byId);
    }

    /** As {@link #byUid}. */
    public Optional<Whole> byId(long id) {
        var model = rows.model(id);
        return model.isEmpty() ? Optional.empty() : rows.find(id).map(head -> whole(head, model.get()));
    }

    private Whole whole(SeriesRows.Head head, long model) {
        var made = events
                .select(
                        "where e.series_id = :series and e.occurrence is not null order by e.occurrence",
                        query -> query.bind("series", head.id()))
                .stream()
                .collect(Collectors.toMap(
                        event -> SeriesTimes.day(event.series().occurrence()),
                        UnaryOperator.identity(),
                        (one, later) -> later));
        boolean continued = db.call(
                handle -> handle.createQuery("select exists (select 1 from event_series where split_from = :id)")
                        .bind("id", head.id())
                        .mapTo(Boolean.class)
                        .one());
        var like = events.select("where e.id = :id", query -> query.bind("id", model));
        var days = new TreeMap<Instant, Optional<EventView>>();
        for (var day : ruled(head)) {
            if (made.containsKey(day) || !isOpen(head, day)) {
                days.put(head.at(day), Optional.ofNullable(made.get(day)));
            }
        }
        var first = head.rule().days(head.startsOn()).findFirst().orElse(head.startsOn());
        return new Whole(
                head.id(),
                head.version(),
                head.uid(),
                head.rule(),
                head.at(first),
                head.invites(),
                continued,
                days,
                like.get(0));
    }

    /** Made sooner or later, but not yet. */
    private static boolean isOpen(SeriesRows.Head head, LocalDate day) {
        return head.nextOn() != null
                && !day.isBefore(head.nextOn())
                && !head.skipped().contains(day);
    }

    private static List<LocalDate> ruled(SeriesRows.Head head) {
        var until = head.skipped().stream()
                .max(LocalDate::compareTo)
                .filter(day -> head.nextOn() != null && day.isAfter(head.nextOn()))
                .orElse(head.nextOn());
        return head.rule()
                .days(head.startsOn())
                .takeWhile(day -> until == null || !day.isAfter(until))
                .limit(MOST)
                .toList();
    }

    /** @return an event that no rule has: one that stands alone, or that its series no longer has a day for */
    public Optional<EventView> alone(UUID uid) {
        return events.select("where e.uid = :uid and e.occurrence is null", query -> query.bind("uid", uid)).stream()
                .findFirst();
    }

    /** Whether the participants of a series are written to. */
    public void invite(long id, boolean send) {
        db.run(handle -> handle.execute("update event_series set invites = ? where id = ?", send, id));
    }
}
