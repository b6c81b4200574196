package fr.tiers.timeline;

import fr.tiers.access.TierAccess;
import fr.tiers.event.EventSight;
import fr.tiers.history.LineRights;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Reads what happened to a tier, newest first; what is planned stands before what has been. */
@Stateless
@PermitAll
public class Timeline {

    /** One save seldom changes more fields; so many lines of the log are read per entry shown. */
    private static final int LINES_PER_SAVE = 80;

    /** Which lines of the change log are asked for. */
    private static final String CHANGES =
            """
            (cast(:kind as text) is null or :kind = 'CHANGE' or :kind = 'DOCUMENT' and entity = 'document')
            and cast(:type as text) is null and (cast(:author as text) is null or author = :author)
            and at >= coalesce(cast(:from as timestamptz), '-infinity') and at < coalesce(cast(:to as timestamptz), 'infinity')""";

    /** Which events are asked for. */
    private static final String EVENTS =
            """
            (cast(:kind as text) is null or :kind = 'EVENT' or :kind = 'MAIL' and e.kind = 'EMAIL')
            and (cast(:type as text) is null or type = :type) and (cast(:author as text) is null or author = :author)
            and starts_at >= coalesce(cast(:from as timestamptz), '-infinity')
            and starts_at < coalesce(cast(:to as timestamptz), 'infinity')""";

    private static final String STREAM =
            """
            with line as (
                select * from history_entry
                where tier_id = :tier and entity <> 'event' and %s and at <= cast(:at as timestamptz) and %s
                order by at desc, id desc limit :lines),
            stream as (
                select 'CHANGE' as kind, max(id) as id, at, entity || '.' || action as type, null as title, null as code,
                       coalesce(array_agg(field order by field) filter (where field is not null), '{}') as fields, author
                from line group by at, author, source, entity, entity_id, action
                union all
                (select 'EVENT', id, starts_at, type, subject, code, '{}', author from event e
                 where tier_id = :tier and %s and %s
                   and (starts_at, 'EVENT', id) < (cast(:at as timestamptz), :rank, :id)
                 order by starts_at desc, id desc limit :limit))
            select s.*, s.at::text as key, y.label_fr, y.label_en, y.icon
            from stream s left join event_type y on s.kind = 'EVENT' and y.code = s.type
            where (s.at, s.kind, s.id) < (cast(:at as timestamptz), :rank, :id)
            order by s.at desc, s.kind desc, s.id desc limit :limit
            """;

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    LineRights rights;

    @Inject
    EventSight events;

    private record Keyed(TimelineEntry entry, String key) {}

    /** Where a page starts: after this instant, kind and id. */
    private record Position(String at, String kind, long id) {

        static final Position START = new Position("infinity", "~", Long.MAX_VALUE);

        static Position of(String after) {
            if (after == null) {
                return START;
            }
            var cursor = Cursor.decode(after);
            int separator = cursor.key().indexOf('|');
            if (separator < 0) {
                throw BusinessException.invalid("after", "cursor-invalid");
            }
            return new Position(
                    cursor.key().substring(separator + 1), cursor.key().substring(0, separator), cursor.id());
        }
    }

    /**
     * @param after cursor of the page before, null for the first page
     * @param limit 1 to 200
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see; INVALID on {@code kind}, {@code after}
     */
    public Slice<TimelineEntry> page(long tierId, TimelineFilter filter, String after, int limit) {
        access.requireVisible(tierId);
        filter.check();
        var rows = rows(tierId, filter, Position.of(after), limit + 1);
        var shown = rows.stream().limit(limit).toList();
        var next = rows.size() > limit ? cursor(shown.get(limit - 1)) : null;
        long total = count(tierId, filter);
        return new Slice<>(shown.stream().map(Keyed::entry).toList(), next, total, total < Slice.COUNT_CAP);
    }

    /** The newest entries, without counting the rest. */
    public List<TimelineEntry> latest(long tierId, int limit) {
        access.requireVisible(tierId);
        return rows(tierId, TimelineFilter.ALL, Position.START, limit).stream()
                .map(Keyed::entry)
                .toList();
    }

    private static String cursor(Keyed last) {
        return new Cursor(last.entry().kind() + '|' + last.key(), last.entry().id()).encode();
    }

    private List<Keyed> rows(long tierId, TimelineFilter filter, Position from, int limit) {
        var now = clock.instant();
        try {
            var sql = STREAM.formatted(rights.shown(), CHANGES, events.shown("e"), EVENTS);
            return db.call(handle -> bind(handle.createQuery(sql), tierId, filter)
                    .bind("at", from.at())
                    .bind("rank", from.kind())
                    .bind("id", from.id())
                    .bind("lines", limit * LINES_PER_SAVE)
                    .bind("limit", limit)
                    .map((row, context) -> new Keyed(entry(row, now), row.getString("key")))
                    .list());
        } catch (UnableToExecuteStatementException e) {
            // a cursor may be readable and still name no instant
            throw from == Position.START ? e : BusinessException.invalid("after", "cursor-invalid");
        }
    }

    private long count(long tierId, TimelineFilter filter) {
        var sql =
                """
                select count(*) from (
                    select 1 from event e where tier_id = :tier and %s and %s
                    union all
                    select 1 from (select distinct at, author, source, entity, entity_id, action from history_entry
                        where tier_id = :tier and entity <> 'event' and %s and %s) save
                    limit :cap) capped
                """
                        .formatted(events.shown("e"), EVENTS, rights.shown(), CHANGES);
        return db.call(handle -> bind(handle.createQuery(sql), tierId, filter)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }

    private static Query bind(Query query, long tierId, TimelineFilter filter) {
        return query.bind("tier", tierId)
                .bind("kind", filter.kind())
                .bind("type", filter.type())
                .bind("author", filter.author())
                .bind("from", filter.from())
                .bind("to", filter.to());
    }

    private static TimelineEntry entry(ResultSet row, Instant now) throws SQLException {
        var at = row.getTimestamp("at").toInstant();
        return new TimelineEntry(
                row.getString("kind"),
                row.getLong("id"),
                at,
                row.getString("type"),
                row.getString("title"),
                row.getString("code"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("author"),
                at.isAfter(now),
                row.getString("icon") == null
                        ? null
                        : new TimelineEntry.Look(
                                row.getString("label_fr"), row.getString("label_en"), row.getString("icon")));
    }
}
