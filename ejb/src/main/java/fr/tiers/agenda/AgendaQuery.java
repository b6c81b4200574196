package fr.tiers.agenda;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.event.EventKind;
import fr.tiers.event.EventSight;
import fr.tiers.event.EventState;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what some people have within a frame of time, in one statement. The migration {@code agenda_times} tells why what is long is
 * looked for apart.
 */
@ApplicationScoped
public class AgendaQuery {

    private static final String SQL =
            """
            with who as (select u.id, u.login from app_user u where u.login = any(:logins)),
            had as (
                select e.id, e.assignee_id as user_id from event e
                where e.assignee_id = any(array(select id from who))
                  and e.starts_at >= cast(:from as timestamptz) - interval '24 hours' and e.starts_at < :to
                union
                select e.id, e.assignee_id from event e
                where e.assignee_id = any(array(select id from who))
                  and e.ends_at - e.starts_at > interval '24 hours' and e.ends_at > :from and e.starts_at < :to
                union
                select p.event_id, p.user_id from event_participant p
                where p.user_id = any(array(select id from who)) and p.answer <> 'DECLINED'
                  and p.starts_at >= cast(:from as timestamptz) - interval '24 hours' and p.starts_at < :to
                union
                select p.event_id, p.user_id from event_participant p
                where p.user_id = any(array(select id from who)) and p.answer <> 'DECLINED'
                  and p.ends_at - p.starts_at > interval '24 hours' and p.ends_at > :from and p.starts_at < :to),
            whose as (select h.id, array_agg(w.login order by w.login) as users from had h join who w on w.id = h.user_id group by h.id),
            entry as materialized (
                select e.id, e.version, x.users, e.kind, e.type, e.subject, e.starts_at, e.ends_at, e.minutes, e.all_day, e.due_on,
                       e.state, e.private, e.read_only, e.tier_id, e.place, %3$s as concerned,
                       e.author = :callerLogin or e.assignee_id = :callerUser as owned
                from whose x join event e on e.id = x.id
                where e.code is null and e.kind = any(:kinds) and (:cancelled or e.state <> 'CANCELLED')),
            -- rights are found out once for each tier, not wherever one of its entries uses them; "no tier" is one of them
            about as materialized (
                select d.tier_id, t.name, coalesce(%2$s, false) as shown, coalesce(%4$s, false) as attachable
                from (select distinct tier_id from entry) d left join tier t on t.id = d.tier_id)
            select f.*, f.shown and (f.owned or not f.read_only and (f.concerned or f.tier_id is not null and f.attachable)) as editable
            from (
                select k.*, a.name as tier_name, a.shown as tier_shown, a.attachable, %1$s as shown
                from entry k join about a on coalesce(a.tier_id, 0) = coalesce(k.tier_id, 0)) f
            order by f.starts_at, f.id
            """;

    private final Db db;
    private final Callers callers;
    private final EventSight sight;

    protected AgendaQuery() {
        this(null, null, null);
    }

    @Inject
    public AgendaQuery(Db db, Callers callers, EventSight sight) {
        this.db = db;
        this.callers = callers;
        this.sight = sight;
    }

    /**
     * @param entry as the caller may know it
     * @param blocks whether nobody can have anything else then
     * @param shown whether the entry stands in an agenda
     */
    record Found(AgendaEntry entry, boolean blocks, boolean shown) {}

    /** @return by beginning */
    List<Found> find(AgendaFrame frame) {
        var caller = callers.current();
        var attach = Visibility.of(caller, Action.ATTACH);
        var sql = SQL.formatted(
                EventSight.predicate("a.shown", "k.concerned", "k.private"),
                Visibility.of(caller).ofRows("t"),
                sight.concerned("e"),
                attach.ofRows("t"));
        // what takes the time of somebody is looked at whatever kinds are wanted, or the filter would tell what a
        // hidden entry is
        var kinds = Stream.concat(frame.kinds().stream(), AgendaFrame.USUAL_KINDS.stream())
                .map(EventKind::name)
                .distinct()
                .toList();
        return db.call(handle -> attach
                .bind(sight.bind(handle.createQuery(sql)))
                .bindArray("logins", String.class, frame.users())
                .bindArray("kinds", String.class, kinds)
                .bind("cancelled", frame.cancelled())
                .bind("from", frame.from())
                .bind("to", frame.to())
                .bind("callerLogin", caller.login())
                .bind("callerUser", caller.userId())
                .map((row, context) -> found(row, frame.kinds()))
                .list()
                .stream()
                .filter(found -> isWithin(found.entry(), frame))
                .toList());
    }

    private static boolean isWithin(AgendaEntry entry, AgendaFrame frame) {
        var days = AgendaDays.of(entry);
        var end = entry.allDay()
                ? days.last().plusDays(1).atStartOfDay(ClockProducer.ZONE).toInstant()
                : entry.end();
        return !entry.start().isBefore(frame.from()) || end != null && end.isAfter(frame.from());
    }

    private static Found found(ResultSet row, Set<EventKind> kinds) throws SQLException {
        var kind = EventKind.valueOf(row.getString("kind"));
        var state = EventState.valueOf(row.getString("state"));
        var users = List.of((String[]) row.getArray("users").getArray());
        var start = row.getTimestamp("starts_at").toInstant();
        var end = end(row, start);
        boolean slot = end != null && end.isAfter(start);
        boolean allDay = row.getBoolean("all_day") || !slot && isDue(row, start);
        boolean off = state == EventState.CANCELLED;
        boolean meets = kind == EventKind.MEETING || kind == EventKind.CALL;
        boolean blocks = !off && (meets && slot || kind == EventKind.MEETING && allDay);
        if (!row.getBoolean("shown")) {
            return new Found(AgendaEntry.taken(users, start, end, allDay), blocks, blocks || !off && slot);
        }
        boolean tierShown = row.getBoolean("tier_shown");
        var entry = new AgendaEntry(
                row.getLong("id"),
                row.getLong("version"),
                users,
                false,
                row.getBoolean("editable"),
                kind,
                row.getString("type"),
                row.getString("subject"),
                start,
                end,
                allDay,
                state,
                row.getBoolean("private"),
                tierShown ? row.getObject("tier_id", Long.class) : null,
                tierShown ? row.getString("tier_name") : null,
                row.getString("place"));
        return new Found(entry, blocks, kinds.contains(kind));
    }

    /** A call may say how long it took instead of when it ended. */
    private static Instant end(ResultSet row, Instant start) throws SQLException {
        var end = row.getTimestamp("ends_at");
        var minutes = row.getObject("minutes", Integer.class);
        if (end != null) {
            return end.toInstant();
        }
        return minutes == null || minutes == 0 ? null : start.plus(Duration.ofMinutes(minutes));
    }

    /** A task that is due some day and says no time. */
    private static boolean isDue(ResultSet row, Instant start) throws SQLException {
        return row.getObject("due_on") != null
                && start.atZone(ClockProducer.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
