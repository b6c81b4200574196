package fr.tiers.event;

import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.SearchWords;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Lists of events that the caller may see: filtered, sorted and cut to a page by the database. */
@Stateless
@PermitAll
public class EventList {

    /** A union, as an "or" over two tables would make the database read all events. */
    private static final String OF_CONTACT =
            "select x.id from event x where x.contact_id = :contact union select q.event_id from event_participant q where q.contact_id = :contact";

    @Inject
    Db db;

    @Inject
    EventRows rows;

    @Inject
    EventSight sight;

    @Inject
    FieldSearch fields;

    /** What is asked for as SQL; values are bound, never written into the text. */
    private record Asked(EventFilter filter, String sql, List<FieldSql.Where> custom) {}

    private Asked asked(EventFilter filter) {
        var custom = fields.conditions(EventFieldOwner.OBJECT, filter.custom(), "e");
        var sql = new StringBuilder();
        var patterns = SearchWords.patterns(filter.q());
        for (int i = 0; i < patterns.size(); i++) {
            sql.append(" and ").append(EventSearch.word(i));
        }
        and(sql, filter.tier() != null, "e.tier_id = :tier");
        and(sql, filter.contact() != null, "e.id in (" + OF_CONTACT + ')');
        and(sql, filter.address() != null, "e.address_id = :address");
        and(sql, filter.type() != null, "e.type = :type");
        and(sql, filter.kind() != null, "e.kind = :kind");
        // written out, as an index of what is still open serves whoever asks for a part of it
        and(sql, filter.state() != null, "e.state = '" + filter.state() + "'");
        and(sql, Boolean.TRUE.equals(filter.open()), "e.state in ('PLANNED', 'IN_PROGRESS')");
        and(sql, Boolean.FALSE.equals(filter.open()), "e.state in ('DONE', 'CANCELLED')");
        and(sql, filter.author() != null, "e.author = :author");
        and(sql, filter.assignee() != null, "e.assignee_id = (select v.id from app_user v where v.login = :assignee)");
        and(sql, Boolean.TRUE.equals(filter.unassigned()), "e.assignee_id is null");
        and(sql, Boolean.FALSE.equals(filter.unassigned()), "e.assignee_id is not null");
        and(sql, filter.group() != null, "e.group_id = (select h.id from user_group h where h.code = :group)");
        and(sql, filter.from() != null, "e.starts_at >= :from");
        and(sql, filter.to() != null, "e.starts_at < :to");
        and(sql, filter.dueTo() != null, "e.due_on <= :dueTo");
        custom.forEach(condition -> and(sql, true, condition.sql()));
        return new Asked(filter, sql.toString(), custom);
    }

    private static void and(StringBuilder sql, boolean asked, String condition) {
        if (asked) {
            sql.append(" and ").append(condition);
        }
    }

    private FieldSearch.Key key(EventSort.Order order) {
        return order.custom() == null
                ? new FieldSearch.Key(order.sort().expression(), order.sort().type())
                : fields.key(EventFieldOwner.OBJECT, order.custom(), "e");
    }

    /** @param after cursor of {@link Slice#next}; null for the first page */
    public Slice<EventView> page(EventFilter filter, EventSort.Order order, String after, int limit) {
        var asked = asked(filter);
        var from = after == null ? null : Cursor.decode(after);
        var key = key(order);
        long total = count(asked);
        var keyset = from == null
                ? "true"
                : "(f.sort_value, f.id) %s (cast(:key as %s), :keyId)"
                        .formatted(order.descending() ? "<" : ">", key.type());
        var found = db.call(handle -> {
            var query = bind(handle.createQuery(ids(asked, key, order, total, keyset, "limit :limit")), asked)
                    .bind("limit", limit + 1);
            if (from != null) {
                query.bind("key", from.key()).bind("keyId", from.id());
            }
            try {
                return query.map((row, context) -> new Cursor(row.getString("sort_key"), row.getLong("id")))
                        .list();
            } catch (UnableToExecuteStatementException e) {
                throw from == null ? e : BusinessException.invalid("after", "cursor-invalid");
            }
        });
        var shown = found.stream().limit(limit).toList();
        return new Slice<>(
                read(shown),
                found.size() > limit ? shown.get(limit - 1).encode() : null,
                total,
                total < Slice.COUNT_CAP);
    }

    /**
     * A page by its offset, for the tables of the pages.
     *
     * @param total what {@link #count} has said
     */
    public List<EventView> rows(EventFilter filter, EventSort.Order order, int offset, int limit, long total) {
        var asked = asked(filter);
        var sql = ids(asked, key(order), order, total, "true", "limit :limit offset :offset");
        return read(db.call(handle -> bind(handle.createQuery(sql), asked)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Cursor(row.getString("sort_key"), row.getLong("id")))
                .list()));
    }

    /** @return how many match; stops at {@link Slice#COUNT_CAP} */
    public long count(EventFilter filter) {
        return count(asked(filter));
    }

    private long count(Asked asked) {
        return db.call(handle -> bind(
                        handle.createQuery(
                                "select count(*) from (select 1 " + tables(asked, true) + " limit :cap) capped"),
                        asked)
                .bind("cap", Slice.COUNT_CAP)
                .mapTo(Long.class)
                .one());
    }

    /** @param all whether all of them are wanted, not the first by an index */
    private String tables(Asked asked, boolean all) {
        boolean found = all && sight.isPersonal();
        return "from %s e left join tier t on t.id = e.tier_id where %s %s"
                .formatted(found ? sight.all() : "event", found ? "true" : sight.predicate("e", "t"), asked.sql());
    }

    /** The page's ids, by the way that {@link fr.tiers.tier.TierSearch} explains: where few match they are all found before they are sorted. */
    private String ids(Asked asked, FieldSearch.Key key, EventSort.Order order, long total, String keyset, String cut) {
        boolean few = total < Slice.COUNT_CAP;
        return """
                with f as %1$s materialized (select e.id, %2$s as sort_value %3$s)
                select f.id, f.sort_value::text as sort_key from f where %4$s order by f.sort_value %5$s, f.id %5$s %6$s
                """
                .formatted(
                        few ? "" : "not",
                        key.expression(),
                        tables(asked, few),
                        keyset,
                        order.descending() ? "desc" : "asc",
                        cut);
    }

    private List<EventView> read(List<Cursor> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Cursor::id).toList();
        var events = new ArrayList<>(
                rows.select("where e.id = any(:ids)", query -> query.bindArray("ids", Long.class, ids)));
        events.sort(Comparator.comparingInt(event -> ids.indexOf(event.id())));
        return events;
    }

    private Query bind(Query query, Asked asked) {
        var filter = asked.filter();
        sight.bind(query);
        asked.custom().forEach(condition -> condition.bind(query));
        var patterns = SearchWords.patterns(filter.q());
        for (int i = 0; i < patterns.size(); i++) {
            query.bind("word" + i, patterns.get(i));
        }
        bind(query, "tier", filter.tier());
        bind(query, "contact", filter.contact());
        bind(query, "address", filter.address());
        bind(query, "type", filter.type());
        bind(query, "kind", filter.kind() == null ? null : filter.kind().name());
        bind(query, "author", filter.author());
        bind(query, "assignee", filter.assignee());
        bind(query, "group", filter.group());
        bind(query, "from", filter.from());
        bind(query, "to", filter.to());
        bind(query, "dueTo", filter.dueTo());
        return query;
    }

    private static void bind(Query query, String name, Object value) {
        if (value != null) {
            query.bind(name, value);
        }
    }
}
