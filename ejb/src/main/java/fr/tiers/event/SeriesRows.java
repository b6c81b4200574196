package fr.tiers.event;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import fr.tiers.recurrence.Frequency;
import fr.tiers.recurrence.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads and writes the rows of series. Decides nothing. */
@ApplicationScoped
public class SeriesRows {

    private final Db db;
    private final Clock clock;

    protected SeriesRows() {
        this(null, null);
    }

    @Inject
    public SeriesRows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A series without its events. */
    record Head(
            long id,
            long version,
            Rule rule,
            LocalDate startsOn,
            LocalTime startsAt,
            LocalDate nextOn,
            Set<LocalDate> skipped,
            String author,
            UUID uid,
            boolean invites) {

        Head skipping(Set<LocalDate> days) {
            return new Head(id, version, rule, startsOn, startsAt, nextOn, days, author, uid, invites);
        }

        /** When the rule has it on a day; an hour that the clocks leave out is the one after it. */
        Instant at(LocalDate day) {
            return day.atTime(startsAt).atZone(ClockProducer.ZONE).toInstant();
        }
    }

    /** An event of a series. */
    record Row(long event, Instant occurrence, boolean exception, EventState state, EventKind kind, Instant start) {

        LocalDate day() {
            return occurrence.atZone(ClockProducer.ZONE).toLocalDate();
        }

        /** Whether a change of the series is for it as well. */
        boolean follows() {
            return !exception && state.isOpen();
        }
    }

    /** The rest of a series, which goes on by another rule or at another time: a series of its own, written about like the first. */
    Head split(Head from, Rule rule, LocalDate startsOn, LocalTime startsAt, LocalDate nextOn, Set<LocalDate> skipped) {
        var rest = insert(rule, startsOn, startsAt, nextOn, skipped, from.author(), UUID.randomUUID());
        db.run(handle -> handle.execute(
                "update event_series set split_from = ?, invites = ? where id = ?",
                from.id(),
                from.invites(),
                rest.id()));
        return lock(rest.id()).orElseThrow();
    }

    /** @param uid its name in calendars */
    Head insert(
            Rule rule,
            LocalDate startsOn,
            LocalTime startsAt,
            LocalDate nextOn,
            Set<LocalDate> skipped,
            String author,
            UUID uid) {
        long id = db.call(handle -> bind(
                        handle.createQuery(
                                """
                                insert into event_series (frequency, every, weekdays, nth, day_of_month, month_of_year, until_on, times, starts_on,
                                                          starts_time, next_on, skipped, author, created_at, uid)
                                values (:frequency, :every, :weekdays, :nth, :dayOfMonth, :month, :until, :times, :startsOn, :startsAt,
                                        :nextOn, cast(:skipped as date[]), :author, :now, :uid)
                                returning id
                                """),
                        rule,
                        startsOn,
                        startsAt,
                        nextOn)
                .bindArray(
                        "skipped",
                        String.class,
                        skipped.stream().map(LocalDate::toString).toList())
                .bind("author", author)
                .bind("uid", uid)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
        return lock(id).orElseThrow();
    }

    void update(long id, Rule rule, LocalDate startsOn, LocalTime startsAt, LocalDate nextOn) {
        db.run(handle -> bind(
                        handle.createUpdate(
                                """
                                update event_series set version = version + 1, frequency = :frequency, every = :every, weekdays = :weekdays,
                                       nth = :nth, day_of_month = :dayOfMonth, month_of_year = :month, until_on = :until, times = :times,
                                       starts_on = :startsOn, starts_time = :startsAt, next_on = :nextOn
                                where id = :id
                                """),
                        rule,
                        startsOn,
                        startsAt,
                        nextOn)
                .bind("id", id)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, Rule rule, LocalDate startsOn, LocalTime startsAt, LocalDate nextOn) {
        return statement
                .bind("frequency", rule.frequency().name())
                .bind("every", rule.interval())
                .bindArray(
                        "weekdays",
                        String.class,
                        rule.weekdays().stream().map(DayOfWeek::name).toList())
                .bind("nth", rule.nth())
                .bind("dayOfMonth", rule.dayOfMonth())
                .bind("month", rule.month())
                .bind("until", rule.until())
                .bind("times", rule.count())
                .bind("startsOn", startsOn)
                .bind("startsAt", startsAt)
                .bind("nextOn", nextOn);
    }

    /** Made up to here. */
    void next(long id, LocalDate nextOn) {
        db.run(handle -> handle.createUpdate("update event_series set next_on = :next where id = :id")
                .bind("next", nextOn)
                .bind("id", id)
                .execute());
    }

    void delete(long id) {
        db.run(handle -> handle.execute("delete from event_series where id = ?", id));
    }

    /** Whoever changes or prolongs a series holds it until the end of the transaction. */
    Optional<Head> lock(long id) {
        return head(id, " for update");
    }

    Optional<Head> find(long id) {
        return head(id, "");
    }

    private Optional<Head> head(long id, String lock) {
        return db.call(handle -> handle.createQuery("select * from event_series where id = :id" + lock)
                .bind("id", id)
                .map((row, context) -> head(row))
                .findOne());
    }

    private static Head head(ResultSet row) throws SQLException {
        var rule = new Rule(
                Frequency.valueOf(row.getString("frequency")),
                row.getInt("every"),
                Stream.of((String[]) row.getArray("weekdays").getArray())
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("nth", Integer.class),
                row.getObject("day_of_month", Integer.class),
                row.getObject("month_of_year", Integer.class),
                row.getObject("until_on", LocalDate.class),
                row.getObject("times", Integer.class));
        return new Head(
                row.getLong("id"),
                row.getLong("version"),
                rule,
                row.getObject("starts_on", LocalDate.class),
                row.getObject("starts_time", LocalTime.class),
                row.getObject("next_on", LocalDate.class),
                Stream.of((java.sql.Date[]) row.getArray("skipped").getArray())
                        .map(java.sql.Date::toLocalDate)
                        .collect(Collectors.toSet()),
                row.getString("author"),
                row.getObject("uid", UUID.class),
                row.getBoolean("invites"));
    }

    /** The series of an event. */
    Optional<Long> of(long event) {
        return db.call(
                handle -> handle.createQuery("select series_id from event where id = :id and series_id is not null")
                        .bind("id", event)
                        .mapTo(Long.class)
                        .findOne());
    }

    /** What the rule has, in order. */
    List<Row> rows(long series) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id, occurrence, series_exception, state, kind, starts_at from event
                        where series_id = :series and occurrence is not null order by occurrence
                        """)
                .bind("series", series)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getTimestamp("occurrence").toInstant(),
                        row.getBoolean("series_exception"),
                        EventState.valueOf(row.getString("state")),
                        EventKind.valueOf(row.getString("kind")),
                        row.getTimestamp("starts_at").toInstant()))
                .list());
    }

    /** The latest of the ordinary events, or of all: what those to come are to be like. */
    Optional<Long> model(long series) {
        return db.call(handle -> handle.createQuery(
                        "select id from event where series_id = :series order by series_exception, occurrence desc nulls last limit 1")
                .bind("series", series)
                .mapTo(Long.class)
                .findOne());
    }

    /** @param occurrence null for what the rule no longer has */
    void place(long event, long series, Instant occurrence) {
        db.run(handle -> handle.createUpdate(
                        "update event set series_id = :series, occurrence = :occurrence where id = :id")
                .bind("series", series)
                .bind("occurrence", occurrence)
                .bind("id", event)
                .execute());
    }

    /** Its name in calendars becomes that of the series that it is the first of. */
    void rename(long event) {
        db.run(handle -> handle.execute("update event set uid = gen_random_uuid() where id = ?", event));
    }

    /** It stands alone from now on. */
    void free(long event) {
        db.run(handle -> handle.execute("update event set series_id = null, occurrence = null where id = ?", event));
    }

    /** @return series for which days up to this one are to be made, or that have no event any more */
    List<Long> due(LocalDate horizon) {
        return db.call(handle -> handle.createQuery(
                        """
                        select s.id from event_series s
                        where s.next_on <= :horizon or not exists (select 1 from event e where e.series_id = s.id) order by s.id
                        """)
                .bind("horizon", horizon)
                .mapTo(Long.class)
                .list());
    }

    static BusinessException notOfSeries(long event) {
        return BusinessException.notFound("event", event);
    }
}
