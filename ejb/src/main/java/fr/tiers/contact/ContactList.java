package fr.tiers.contact;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.ClockProducer;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.SearchWords;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Lists of people at the tiers the caller may see: filtered, sorted and cut to a page by the database. */
@Stateless
@PermitAll
public class ContactList {

    private static final String COLUMNS =
            """
            c.id, c.civility, c.last_name, c.first_name, c.do_not_call, c.do_not_email,
            coalesce(c.updated_at, c.created_at) as updated_at,
            p.id as link_id, p.tier_id, p.tier_name, p.job_title, p.job_family, p.decision_role, p.email, p.phone, p.mobile,
            coalesce(p.main, false) as main, coalesce(p.current, false) as current, p.links,
            exists (select 1 from contact_photo f where f.contact_id = c.id) as photo, p.email_state,
            u.id is not null as invited, u.active as account_active, u.password_hash is null as account_new
            """;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    @Inject
    FieldSearch fields;

    /** What is asked for, with the conditions about custom fields as SQL. */
    private record Asked(ContactFilter filter, List<FieldSql.Where> custom) {}

    private Asked asked(ContactFilter filter) {
        return new Asked(filter, fields.conditions(ContactFieldOwner.OBJECT, filter.custom(), "c"));
    }

    private String columns() {
        return fields.column(ContactFieldOwner.OBJECT, "c") + ", " + ContactTagUse.TABLE.labels("c.id") + " as tags, "
                + COLUMNS;
    }

    private FieldSearch.Key key(ContactSort.Order order) {
        return order.custom() == null
                ? new FieldSearch.Key(order.sort().expression(), order.sort().type())
                : fields.key(ContactFieldOwner.OBJECT, order.custom(), "c");
    }

    /** @param after cursor of {@link Slice#next}; null for the first page */
    public Slice<ContactRow> page(ContactFilter filter, ContactSort.Order order, String after, int limit) {
        var from = after == null ? null : Cursor.decode(after);
        var asked = asked(filter);
        var sortedBy = key(order);
        var key = sortedBy.expression();
        var keyset = from == null
                ? ""
                : " and (%s, c.id) %s (cast(:key as %s), :keyId)"
                        .formatted(key, order.descending() ? "<" : ">", sortedBy.type());
        record Keyed(ContactRow row, String key) {}
        var rows = db.call(handle -> {
            var query = bind(
                            handle.createQuery("select " + columns() + ", (" + key + ")::text as sort_key "
                                    + from(asked) + keyset + by(order, key) + " limit :limit"),
                            asked)
                    .bind("limit", limit + 1);
            if (from != null) {
                query.bind("key", from.key()).bind("keyId", from.id());
            }
            try {
                return query.map((row, context) -> new Keyed(row(row), row.getString("sort_key")))
                        .list();
            } catch (UnableToExecuteStatementException e) {
                throw from == null ? e : BusinessException.invalid("after", "cursor-invalid");
            }
        });
        var items = rows.stream().limit(limit).map(Keyed::row).toList();
        var last = rows.size() > limit ? rows.get(limit - 1) : null;
        long total = count(asked);
        return new Slice<>(
                items,
                last == null ? null : new Cursor(last.key(), last.row().id()).encode(),
                total,
                total < Slice.COUNT_CAP);
    }

    /** A page by its offset, for the tables of the pages. */
    public List<ContactRow> rows(ContactFilter filter, ContactSort.Order order, int offset, int limit) {
        var asked = asked(filter);
        var key = key(order).expression();
        return db.call(handle -> bind(
                        handle.createQuery("select " + columns() + ' ' + from(asked) + by(order, key)
                                + " limit :limit offset :offset"),
                        asked)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> row(row))
                .list());
    }

    /** @return how many match; stops at {@link Slice#COUNT_CAP} */
    public long count(ContactFilter filter) {
        return count(asked(filter));
    }

    private long count(Asked asked) {
        return db.call(handle -> bind(
                        handle.createQuery("select count(*) from (select 1 " + from(asked) + " limit :cap) capped"),
                        asked)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }

    private static String by(ContactSort.Order order, String key) {
        var direction = order.descending() ? "desc" : "asc";
        return " order by %s %s, c.id %s".formatted(key, direction, direction);
    }

    /** Each person with the link that matters most, {@code p}, of those that may be seen and are asked for. */
    private String from(Asked asked) {
        var filter = asked.filter();
        var visibility = Visibility.of(callers.current());
        var sql = new StringBuilder(
                """
                from contact c
                left join app_user u on u.id = c.user_id
                left join lateral (
                    select l.*, t.name as tier_name, t.sort_name as tier_sort, %1$s as current, count(*) over () as links
                    from contact_link l join tier t on t.id = l.tier_id
                    where l.contact_id = c.id and %2$s%3$s
                    order by %1$s desc, l.main desc, l.id desc limit 1) p on true
                where
                """
                        .formatted(ContactRows.CURRENT, visibility.predicate("t"), link(filter)));
        sql.append(filter.asksForLink() ? "p.id is not null" : "(p.id is not null or " + ContactAccess.UNLINKED + ')');
        if (filter.extranet() != null) {
            sql.append(filter.extranet() ? " and c.user_id is not null" : " and c.user_id is null");
        }
        if (Boolean.TRUE.equals(filter.reachable())) {
            sql.append(" and not c.do_not_call");
        }
        var patterns = SearchWords.patterns(filter.q());
        if (!patterns.isEmpty()) {
            // each branch has its own trigram index; one "or" over three tables could use none
            sql.append(
                    """
                    \nand c.id in (
                        select id from contact s where %1$s
                        union select l.contact_id from contact_link l join tier t on t.id = l.tier_id where %4$s and %2$s
                        union select l.contact_id from contact_link l join tier t on t.id = l.tier_id where %4$s and %3$s)"""
                            .formatted(
                                    ContactSearch.personWords("s", patterns),
                                    ContactSearch.words("l", patterns),
                                    ContactSearch.words("t", patterns),
                                    visibility.predicate("t")));
        }
        sql.append(ContactTagUse.TABLE.where(filter.tags(), "c.id").and());
        asked.custom().forEach(condition -> and(sql, true, condition.sql()));
        return sql.toString();
    }

    private static String link(ContactFilter filter) {
        var sql = new StringBuilder();
        and(sql, filter.tier() != null, "l.tier_id = :tier");
        and(sql, filter.jobFamily() != null, "l.job_family = :jobFamily");
        and(sql, filter.decisionRole() != null, "l.decision_role = :decisionRole");
        and(sql, filter.main() != null, "l.main = :main");
        and(sql, filter.emailState() != null, "l.email is not null and l.email_state = :emailState");
        and(sql, filter.current() != null, ContactRows.CURRENT + " = :current");
        and(
                sql,
                filter.reachable() != null,
                """
                exists (select 1 from contact_availability a where a.link_id = l.id and a.weekday = :weekday
                        and a.from_time <= :time and a.to_time > :time) = :reachable""");
        and(sql, Boolean.TRUE.equals(filter.reachable()), ContactRows.CURRENT);
        return sql.toString();
    }

    private static void and(StringBuilder sql, boolean asked, String condition) {
        if (asked) {
            sql.append(" and ").append(condition);
        }
    }

    private Query bind(Query query, Asked asked) {
        var filter = asked.filter();
        ContactTagUse.TABLE.where(filter.tags(), "c.id").bind(query);
        asked.custom().forEach(condition -> condition.bind(query));
        var caller = callers.current();
        Visibility.of(caller).bind(query).bind("today", LocalDate.now(clock));
        if (!filter.asksForLink()) {
            query.bind("me", caller.userId()).bind("all", caller.seesAllTiers());
        }
        var patterns = SearchWords.patterns(filter.q());
        for (int i = 0; i < patterns.size(); i++) {
            query.bind("word" + i, patterns.get(i));
        }
        bind(query, "tier", filter.tier());
        bind(query, "jobFamily", filter.jobFamily());
        bind(
                query,
                "decisionRole",
                filter.decisionRole() == null ? null : filter.decisionRole().name());
        bind(query, "main", filter.main());
        bind(
                query,
                "emailState",
                filter.emailState() == null ? null : filter.emailState().name());
        bind(query, "current", filter.current());
        if (filter.reachable() != null) {
            var now = clock.instant().atZone(ClockProducer.ZONE);
            query.bind("reachable", filter.reachable())
                    .bind("weekday", now.getDayOfWeek().getValue())
                    .bind("time", LocalTime.of(now.getHour(), now.getMinute()));
        }
        return query;
    }

    private static void bind(Query query, String name, Object value) {
        if (value != null) {
            query.bind(name, value);
        }
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        var decides = row.getString("decision_role");
        var state = row.getString("email_state");
        return new ContactRow(
                row.getLong("id"),
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                ContactRows.id(row, "link_id"),
                ContactRows.id(row, "tier_id"),
                row.getString("tier_name"),
                row.getString("job_title"),
                row.getString("job_family"),
                decides == null ? null : DecisionRole.valueOf(decides),
                row.getString("email"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getBoolean("main"),
                row.getBoolean("current"),
                Math.max(0, row.getLong("links") - 1),
                row.getBoolean("do_not_call"),
                row.getBoolean("do_not_email"),
                row.getBoolean("invited")
                        ? People.state(row.getBoolean("account_active"), row.getBoolean("account_new"))
                        : null,
                FieldJson.values(row.getString("custom")),
                row.getTimestamp("updated_at").toInstant(),
                row.getBoolean("photo"),
                state == null ? null : EmailState.valueOf(state),
                List.of((String[]) row.getArray("tags").getArray()));
    }
}
