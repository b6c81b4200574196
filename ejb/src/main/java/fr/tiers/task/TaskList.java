package fr.tiers.task;

import fr.tiers.access.Caller;
import fr.tiers.access.Callers;
import fr.tiers.event.EventSight;
import fr.tiers.event.EventState;
import fr.tiers.event.Priority;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Records;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.SearchWords;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Tasks that the caller may see: filtered, sorted and cut to a page by the database. */
@Stateless
@PermitAll
public class TaskList {

    private static final String FROM =
            """
             from event e left join tier t on t.id = e.tier_id left join app_user u on u.id = e.assignee_id
            """;

    private static final String JOINS =
            """
             left join tier t on t.id = e.tier_id left join app_user u on u.id = e.assignee_id left join user_group g on g.id = e.group_id
             left join contact c on c.id = e.contact_id left join app_user a on a.login = e.author
            """;

    /** What waits in a queue of the caller's. */
    private static final String TAKEABLE =
            "(e.assignee_id is null and e.group_id in (select m.group_id from user_group_member m where m.user_id = :me))";

    private static final String TEAM = "(" + TAKEABLE
            + """
             or e.assignee_id in (
                select s.user_id from app_user_sales_unit s where s.sales_unit_id = any(:units)
                union select o.user_id from user_group_member m join user_group_member o on o.group_id = m.group_id where m.user_id = :me
                union select :me))""";

    private static final String LOAD =
            """
            select u.login as assignee, u.display_name as assignee_name, g.code as group_code, g.name as group_name,
                   case when e.due_on >= :from then e.due_on end as day, coalesce(e.due_on < :from, false) as before, count(*) as tasks,
                   count(*) filter (where e.priority in ('HIGH', 'URGENT')) as urgent
            %s left join user_group g on g.id = e.group_id and e.assignee_id is null
            where %s and (e.due_on is null or e.due_on <= :until)
            group by 1, 2, 3, 4, 5, 6 order by coalesce(u.display_name, ''), u.login, g.name, g.code, before desc, day nulls last
            """;

    @Inject
    Db db;

    @Inject
    EventSight sight;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** @param after cursor of {@link Slice#next}; null for the first page */
    public Slice<TaskRow> page(TaskFilter filter, TaskSort.Order order, String after, int limit) {
        var from = after == null ? null : Cursor.decode(after);
        var keyset = from == null
                ? "true"
                : "(%s, e.id) %s (cast(:key as %s), :keyId)"
                        .formatted(
                                order.sort().expression(),
                                order.descending() ? "<" : ">",
                                order.sort().type());
        record Found(TaskRow row, String key) {}
        var sql = select(filter, order, keyset);
        var found = db.call(handle -> {
            var query = bind(handle.createQuery(sql), filter)
                    .bind("limit", limit + 1)
                    .bind("offset", 0);
            if (from != null) {
                query.bind("key", from.key()).bind("keyId", from.id());
            }
            try {
                return query.map((row, context) -> new Found(row(row), row.getString("sort_key")))
                        .list();
            } catch (UnableToExecuteStatementException e) {
                throw from == null ? e : BusinessException.invalid("after", "cursor-invalid");
            }
        });
        var shown = found.stream().limit(limit).toList();
        var last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        long total = count(filter);
        return new Slice<>(
                shown.stream().map(Found::row).toList(),
                found.size() > limit ? new Cursor(last.key(), last.row().id()).encode() : null,
                total,
                total < Slice.COUNT_CAP);
    }

    /** A page by its offset, for the table of the page. */
    public List<TaskRow> rows(TaskFilter filter, TaskSort.Order order, int offset, int limit) {
        return db.call(handle -> bind(handle.createQuery(select(filter, order, "true")), filter)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> row(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND for a task that is not the caller's to see */
    public TaskRow get(long id) {
        return find(id).orElseThrow(() -> BusinessException.notFound("task", id));
    }

    /** @return nothing for a task that is not the caller's to see */
    public Optional<TaskRow> find(long id) {
        var sql = "select %s from (select e.*, 0 as sort_key %s where e.id = :id and e.kind = 'TASK' and %s) e %s"
                .formatted(columns(), FROM, sight.predicate("e", "t"), JOINS);
        return db.call(handle -> sight.bind(handle.createQuery(sql))
                .bind("id", id)
                .bind("me", callers.current().userId())
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> row(row))
                .findOne());
    }

    /** @return how many match; stops at {@link Slice#COUNT_CAP} */
    public long count(TaskFilter filter) {
        var sql = "select count(*) from (select 1 %s where %s limit :cap) capped".formatted(FROM, conditions(filter));
        return db.call(handle -> bind(handle.createQuery(sql), filter)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }

    /** The columns of the board. */
    public Map<EventState, Slice<TaskRow>> board(TaskFilter filter, Map<EventState, Integer> sizes) {
        var columns = new EnumMap<EventState, Slice<TaskRow>>(EventState.class);
        sizes.forEach((state, size) ->
                columns.put(state, page(Records.with(filter, "state", state), TaskSort.Order.BY_RANK, null, size)));
        return columns;
    }

    /**
     * Who has how much to do by when, counted by the database.
     *
     * @param filter whether they are open and when they are due is not asked there
     * @throws BusinessException INVALID on {@code to} when it lies before {@code from} or too far behind it
     */
    public List<TaskLoad> load(TaskFilter filter, LocalDate from, LocalDate to) {
        new Checks()
                .holds(!to.isBefore(from), "to", "before-start")
                .holds(to.isBefore(from.plusDays(TaskLoad.MAX_DAYS)), "to", "out-of-range", 1, TaskLoad.MAX_DAYS)
                .refuse();
        var open = Records.with(
                Records.with(Records.with(Records.with(filter, "open", true), "state", null), "dueFrom", null),
                "dueTo",
                null);
        return db.call(handle -> bind(handle.createQuery(LOAD.formatted(FROM, conditions(open))), open)
                .bind("from", from)
                .bind("until", to)
                .map((row, context) -> new TaskLoad(
                        row.getString("assignee"),
                        row.getString("assignee_name"),
                        row.getString("group_code"),
                        row.getString("group_name"),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("before"),
                        row.getLong("tasks"),
                        row.getLong("urgent")))
                .list());
    }

    private String columns() {
        return "e.id, e.version, e.type, e.subject, e.state, e.due_on, e.priority, e.starts_at, e.ends_at, e.tier_id, case when "
                + sight.tier("t")
                + " then t.name end as tier_name, e.contact_id, concat_ws(' ', c.first_name, c.last_name) as contact_name,"
                + " u.login as assignee, u.display_name as assignee_name, g.code as group_code, g.name as group_name,"
                + " e.author, coalesce(a.display_name, e.author) as author_name, e.private, e.series_id, "
                + TAKEABLE + " as takeable, e.state in ('PLANNED', 'IN_PROGRESS') and e.due_on < :today as overdue,"
                + " e.sort_key::text as sort_key";
    }

    /** The page is cut before names are looked up. */
    private String select(TaskFilter filter, TaskSort.Order order, String keyset) {
        var direction = order.descending() ? "desc" : "asc";
        var expression = order.sort().expression();
        return "select %s from (select e.*, %s as sort_key %s where %s and %s order by %s %s, e.id %s limit :limit offset :offset) e %s order by e.sort_key %s, e.id %s"
                .formatted(
                        columns(),
                        expression,
                        FROM,
                        conditions(filter),
                        keyset,
                        expression,
                        direction,
                        direction,
                        JOINS,
                        direction,
                        direction);
    }

    private String conditions(TaskFilter filter) {
        var sql = new StringBuilder("e.kind = 'TASK' and ")
                .append(scope(filter.scope()))
                .append(" and ")
                .append(sight.predicate("e", "t"));
        for (int i = 0; i < SearchWords.patterns(filter.q()).size(); i++) {
            sql.append(" and fold(e.subject) like fold(:word").append(i).append(')');
        }
        and(sql, filter.state(), "e.state = :state");
        and(sql, yes(filter.open()), "e.state in ('PLANNED', 'IN_PROGRESS')");
        and(sql, no(filter.open()), "e.state in ('DONE', 'CANCELLED')");
        and(sql, yes(filter.overdue()), "e.state in ('PLANNED', 'IN_PROGRESS') and e.due_on < :today");
        and(
                sql,
                no(filter.overdue()),
                "not (e.state in ('PLANNED', 'IN_PROGRESS') and coalesce(e.due_on < :today, false))");
        and(sql, filter.dueFrom(), "e.due_on >= :dueFrom");
        and(sql, filter.dueTo(), "e.due_on <= :dueTo");
        and(sql, filter.priority(), "e.priority = :priority");
        and(sql, filter.type(), "e.type = :type");
        and(sql, filter.tier(), "e.tier_id = :tier");
        and(sql, filter.contact(), "e.contact_id = :contact");
        and(sql, filter.assignee(), "u.login = :assignee");
        and(sql, filter.group(), "e.group_id = (select h.id from user_group h where h.code = :group)");
        and(sql, yes(filter.queued()), "e.assignee_id is null and e.group_id is not null");
        and(sql, no(filter.queued()), "not (e.assignee_id is null and e.group_id is not null)");
        return sql.toString();
    }

    /** People without a unit who see every tier have the whole house for their team. */
    private String scope(TaskScope scope) {
        return switch (scope) {
            case MINE -> "e.assignee_id = :me";
            case DELEGATED -> "e.author = :login and (e.assignee_id <> :me or e.assignee_id is null and e.group_id is not null)";
            case TEAM -> isOfTheWholeHouse(callers.current()) ? "true" : TEAM;
        };
    }

    private static boolean isOfTheWholeHouse(Caller caller) {
        return caller.salesUnits().isEmpty() && caller.seesAllTiers();
    }

    private static Boolean yes(Boolean asked) {
        return Boolean.TRUE.equals(asked) ? asked : null;
    }

    private static Boolean no(Boolean asked) {
        return Boolean.FALSE.equals(asked) ? asked : null;
    }

    private static void and(StringBuilder sql, Object asked, String condition) {
        if (asked != null) {
            sql.append(" and ").append(condition);
        }
    }

    private Query bind(Query query, TaskFilter filter) {
        var caller = callers.current();
        sight.bind(query)
                .bind("me", caller.userId())
                .bind("login", caller.login())
                .bindArray("units", Long.class, caller.salesUnits())
                .bind("today", LocalDate.now(clock))
                .bind("state", filter.state())
                .bind("dueFrom", filter.dueFrom())
                .bind("dueTo", filter.dueTo())
                .bind("priority", filter.priority())
                .bind("type", filter.type())
                .bind("tier", filter.tier())
                .bind("contact", filter.contact())
                .bind("assignee", filter.assignee())
                .bind("group", filter.group());
        var patterns = SearchWords.patterns(filter.q());
        for (int i = 0; i < patterns.size(); i++) {
            query.bind("word" + i, patterns.get(i));
        }
        return query;
    }

    private static TaskRow row(ResultSet row) throws SQLException {
        var contact = row.getObject("contact_id", Long.class);
        var priority = row.getString("priority");
        return new TaskRow(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("type"),
                row.getString("subject"),
                EventState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("overdue"),
                priority == null ? Priority.NORMAL : Priority.valueOf(priority),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getObject("tier_id", Long.class),
                row.getString("tier_name"),
                contact,
                contact == null ? null : row.getString("contact_name"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                row.getString("group_code"),
                row.getString("group_name"),
                row.getBoolean("takeable"),
                row.getString("author"),
                row.getString("author_name"),
                row.getBoolean("private"),
                row.getObject("series_id", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
