package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.customfield.FieldJson;
import fr.tiers.customfield.FieldSearch;
import fr.tiers.customfield.FieldSql;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tag.TagWhere;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Lists of tiers: filtered, sorted and cut to a page by the database, always through the visibility rule. */
@Stateless
@PermitAll
public class TierSearch {

    private static final String COLUMNS =
            """
            t.id, t.code, t.name, t.trade_name, t.status, t.siren, t.siret, t.ape_code, t.city, t.postal_code, t.email, t.phone,
            t.blocked, t.under_watch, t.updated_at, t.quality, t.quality_max,
            (select s.code from sales_unit s where s.id = t.sales_unit_id) as sales_unit,
            (select u.login from app_user u where u.id = t.owner_id) as owner,
            array(select f.type_code from tier_function f join tier_type y on y.code = f.type_code
                  where f.tier_id = t.id order by y.position, y.code) as types,
            array(select g.label from tier_tag k join tag g on g.id = k.tag_id
                  where k.tier_id = t.id order by g.label_key) as tags
            """;

    /** Where fewer match, they are all found before the nearest two are taken. */
    private static final int NEIGHBOURHOOD = 500;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    FieldSearch customFields;

    /** @param more fields that not every list shows */
    private String columns(Collection<TierColumn> more) {
        var values = more.stream()
                .filter(column -> column.value() != null)
                .map(column -> "'" + column.field() + "', " + column.value())
                .collect(Collectors.joining(", "));
        return customFields.column(TierFieldOwner.OBJECT, "t") + ", jsonb_build_object(" + values + ") as more, "
                + COLUMNS;
    }

    /** @throws BusinessException INVALID on {@code sort}: sorted by the distance to nothing */
    private FieldSearch.Key key(TierFilter filter, TierOrder order) {
        if (order.nearest()) {
            if (filter.area().near() == null) {
                throw BusinessException.invalid("sort", "distance-without-near");
            }
            return new FieldSearch.Key(TierArea.DISTANCE, "double precision");
        }
        return order.custom() == null
                ? new FieldSearch.Key(order.column().order(), order.column().type())
                : customFields.key(TierFieldOwner.OBJECT, order.custom(), "t");
    }

    private TierWhere where(TierFilter filter) {
        return where(filter, Action.READ);
    }

    private TierWhere where(TierFilter filter, Action action) {
        var conditions = new ArrayList<>(customFields.conditions(TierFieldOwner.OBJECT, filter.custom(), "t"));
        conditions.addAll(filter.area().where());
        for (int i = 0; i < filter.columns().size(); i++) {
            conditions.add(filter.columns().get(i).where("column" + i));
        }
        return new TierWhere(filter, Visibility.of(callers.current(), action), conditions);
    }

    /** @param after cursor of {@link Slice#next}; null for the first page */
    public Slice<TierRow> page(TierFilter filter, TierOrder order, String after, int limit) {
        var where = where(filter);
        return page(where, order, after, limit, count(where), List.of());
    }

    /**
     * A block of what the caller may take out of the house, for an export to write one after the other.
     *
     * @param total of the block before; null for the first one
     * @param more fields wanted besides those every row has
     * @throws BusinessException FORBIDDEN {@code right-missing} when the caller may export no tier at all
     */
    public Slice<TierRow> export(
            TierFilter filter, TierOrder order, String after, int limit, Long total, Collection<TierColumn> more) {
        access.require(Action.EXPORT);
        var where = where(filter, Action.EXPORT);
        return page(where, order, after, limit, total == null ? count(where) : total, more);
    }

    private Slice<TierRow> page(
            TierWhere where, TierOrder order, String after, int limit, long total, Collection<TierColumn> more) {
        var start = after == null ? PageStart.FIRST : PageStart.after(after);
        var page = page(where, order, start, limit, total, more);
        return new Slice<>(page.items(), page.after(), total, total < Slice.COUNT_CAP);
    }

    /**
     * A page that can be turned both ways, for the tables of the pages.
     *
     * @param total what {@link #count} has said
     * @param more fields wanted besides those every row has
     */
    public TierPage page(
            TierFilter filter, TierOrder order, PageStart start, int limit, long total, Collection<TierColumn> more) {
        return page(where(filter), order, start, limit, total, more);
    }

    private record Keyed(TierRow row, String key) {

        String cursor() {
            return new Cursor(key, row.id()).encode();
        }
    }

    /** One row more than wanted says whether there is anything beyond the page. */
    private TierPage page(
            TierWhere where, TierOrder order, PageStart start, int limit, long total, Collection<TierColumn> more) {
        var rows = rows(where, order, start, limit + 1, total, more);
        boolean beyond = rows.size() > limit;
        var shown = !beyond ? rows : start.backwards() ? rows.subList(1, limit + 1) : rows.subList(0, limit);
        boolean earlier = start.backwards() ? beyond : start.isInside();
        boolean later = start.backwards() ? start.isInside() : beyond;
        return new TierPage(
                shown.stream().map(Keyed::row).toList(),
                earlier && !shown.isEmpty() ? shown.get(0).cursor() : null,
                later && !shown.isEmpty() ? shown.get(shown.size() - 1).cursor() : null);
    }

    /**
     * Few are all found before they are sorted. Of many the next ones in the wanted order are looked at first; when the wanted ones are
     * not among these, they stand together somewhere else, as everything whose name begins with SARL does: then they are all found as well.
     */
    private List<Keyed> rows(
            TierWhere where, TierOrder order, PageStart start, int wanted, long total, Collection<TierColumn> more) {
        var list = new Walk(where, key(where.filter(), order), order.descending(), start);
        if (total < Slice.COUNT_CAP) {
            return rows(list, list.all(), wanted, more);
        }
        if (start.offset() > 0 || !where.isNarrow() || !order.isIndexed()) {
            return rows(list, list.inOrder(), wanted, more);
        }
        var near = rows(list, list.near(), wanted, more);
        return near.size() == wanted || !list.goesOn(db) ? near : rows(list, list.all(), wanted, more);
    }

    private List<Keyed> rows(Walk list, String found, int wanted, Collection<TierColumn> more) {
        return db.call(handle -> {
            var query = list.bind(handle.createQuery(list.page(found, columns(more))))
                    .bind("limit", wanted)
                    .bind("offset", list.start().offset());
            try {
                return query.map((row, context) -> new Keyed(row(row), row.getString("sort_key")))
                        .list();
            } catch (UnableToExecuteStatementException e) {
                throw list.start().cursor() == null ? e : BusinessException.invalid("after", "cursor-invalid");
            }
        });
    }

    /** A filtered list from one row on, in one direction, as SQL. */
    private record Walk(TierWhere where, FieldSearch.Key key, boolean descending, PageStart start) {

        /** So many are looked at in their order before all that match are found. */
        private static final int NEAR = 4_000;

        String all() {
            return "materialized (select t.id, %s as sort_value from tier t where %s)"
                    .formatted(key.expression(), where.sql());
        }

        String inOrder() {
            return "not " + all();
        }

        String near() {
            return "materialized (select t.id, %s as sort_value from (select t.* %s) t where %s)"
                    .formatted(key.expression(), ahead(), where.sql());
        }

        private String ahead() {
            return "from tier t where %1$s order by %2$s %3$s, t.id %3$s limit %4$d"
                    .formatted(keyset(key.expression(), "t.id"), key.expression(), way(), NEAR);
        }

        /** Whether the list has more than what was near. */
        boolean goesOn(Db db) {
            return db.call(
                    handle -> bindCursor(handle.createQuery("select count(*) from (select 1 " + ahead() + ") seen"))
                                    .mapTo(Integer.class)
                                    .one()
                            == NEAR);
        }

        /** The page's ids first: the columns are then read for these rows only. */
        String page(String found, String columns) {
            return """
                    with f as %1$s
                    select %2$s, p.sort_value::text as sort_key from (
                        select f.id, f.sort_value from f where %3$s order by f.sort_value %4$s, f.id %4$s limit :limit offset :offset) p
                    join tier t on t.id = p.id order by p.sort_value %5$s, t.id %5$s
                    """
                    .formatted(found, columns, keyset("f.sort_value", "f.id"), way(), direction(descending));
        }

        private String keyset(String value, String id) {
            return start.cursor() == null
                    ? "true"
                    : "(%s, %s) %s (cast(:key as %s), :keyId)"
                            .formatted(value, id, "asc".equals(way()) ? ">" : "<", key.type());
        }

        private String way() {
            return direction(descending != start.backwards());
        }

        private static String direction(boolean descending) {
            return descending ? "desc" : "asc";
        }

        Query bind(Query query) {
            return bindCursor(where.bind(query));
        }

        private Query bindCursor(Query query) {
            var from = start.cursor();
            return from == null ? query : query.bind("key", from.key()).bind("keyId", from.id());
        }
    }

    /**
     * What stands before and after a tier in a list; its own place is kept even when it has been changed and the list no longer shows it.
     */
    public TierNeighbours around(TierFilter filter, TierOrder order, long id) {
        var where = where(filter);
        var key = key(filter, order);
        boolean few = count(where, NEIGHBOURHOOD) < NEIGHBOURHOOD;
        var sql =
                """
                with f as %1$s materialized (select t.id, %2$s as sort_value from tier t where %3$s)
                select n.previous, t.id, t.name from (
                    (select true as previous, f.id from f where (f.sort_value, f.id) < ((select %2$s from tier t where t.id = :here), :here)
                     order by f.sort_value desc, f.id desc limit 1)
                    union all
                    (select false, f.id from f where (f.sort_value, f.id) > ((select %2$s from tier t where t.id = :here), :here)
                     order by f.sort_value, f.id limit 1)) n
                join tier t on t.id = n.id
                """
                        .formatted(few ? "" : "not", key.expression(), where.sql());
        var found = new HashMap<Boolean, TierNeighbours.Neighbour>();
        db.run(handle -> where.bind(handle.createQuery(sql))
                .bind("here", id)
                .map((row, context) -> found.put(
                        row.getBoolean("previous"),
                        new TierNeighbours.Neighbour(row.getLong("id"), row.getString("name"))))
                .list());
        return new TierNeighbours(found.get(!order.descending()), found.get(order.descending()));
    }

    /** A page by its offset. */
    public List<TierRow> rows(TierFilter filter, TierOrder order, int offset, int limit) {
        return rows(filter, order, offset, limit, count(filter), List.of());
    }

    /**
     * A page by its offset, for the tables of the pages.
     *
     * @param total what {@link #count} has said
     * @param more fields wanted besides those every row has
     */
    public List<TierRow> rows(
            TierFilter filter, TierOrder order, int offset, int limit, long total, Collection<TierColumn> more) {
        return page(where(filter), order, PageStart.at(offset), limit, total, more)
                .items();
    }

    /**
     * Which tiers match at this moment, for work that goes on with them later.
     *
     * @param limit at most so many
     */
    public List<Long> ids(TierFilter filter, int limit) {
        var where = where(filter);
        return db.call(handle -> where.bind(handle.createQuery(
                        "select t.id from tier t where " + where.sql() + " order by t.id limit :limit"))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /** @return how many match; stops at {@link Slice#COUNT_CAP} */
    public long count(TierFilter filter) {
        return count(where(filter));
    }

    /** @return how many match, however long it takes: somebody has asked for it */
    public long countAll(TierFilter filter) {
        return count(where(filter), Long.MAX_VALUE);
    }

    private long count(TierWhere where) {
        return count(where, Slice.COUNT_CAP);
    }

    private long count(TierWhere where, long cap) {
        return db.call(handle -> where.bind(handle.createQuery(
                        "select count(*) from (select 1 from tier t where " + where.sql() + " limit :cap) capped"))
                .bind("cap", cap)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Asks something else about the tiers of a list than its rows: the same conditions, the same rule of who sees what.
     *
     * @param sql makes the statement of the condition about the tier {@code t}
     * @param read binds what the statement names besides, and reads the answer
     */
    public <R> R ask(TierFilter filter, UnaryOperator<String> sql, Function<Query, R> read) {
        var where = where(filter);
        return db.call(handle -> read.apply(where.bind(handle.createQuery(sql.apply(where.sql())))));
    }

    private static TierRow row(ResultSet row) throws SQLException {
        return new TierRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("trade_name"),
                List.of((String[]) row.getArray("types").getArray()),
                List.of((String[]) row.getArray("tags").getArray()),
                FieldJson.values(row.getString("custom")),
                row.getString("status"),
                row.getString("siren"),
                row.getString("siret"),
                row.getString("ape_code"),
                row.getString("city"),
                row.getString("postal_code"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("sales_unit"),
                row.getString("owner"),
                row.getBoolean("blocked"),
                row.getBoolean("under_watch"),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("quality"),
                row.getInt("quality_max"),
                FieldJson.values(row.getString("more")));
    }

    /** The filter and the visibility as one where clause; values are bound, never written into the text. */
    private record TierWhere(TierFilter filter, Visibility visibility, List<FieldSql.Where> fields) {

        /** Whether more than the status and the caller's rights narrows the list. */
        boolean isNarrow() {
            return !filter.isPlain();
        }

        TagWhere tags() {
            return TierTagUse.TABLE.where(filter.tags(), "t.id");
        }

        String sql() {
            var sql = new StringBuilder(visibility.predicate("t"));
            var patterns = SearchWords.patterns(filter.q());
            for (int i = 0; i < patterns.size(); i++) {
                sql.append(" and ").append(SearchWords.condition(i));
            }
            and(
                    sql,
                    !filter.types().isEmpty(),
                    "exists (select 1 from tier_function f where f.tier_id = t.id and f.type_code = any(:types))");
            and(sql, filter.status() != null, "t.status = :status");
            and(
                    sql,
                    filter.salesUnit() != null,
                    """
                    t.sales_unit_id = any(array(
                        with recursive below as (
                            select id from sales_unit where code = :salesUnit
                            union select c.id from sales_unit c join below b on c.parent_id = b.id)
                        select id from below))""");
            and(sql, filter.owner() != null, "t.owner_id = (select id from app_user where login = :owner)");
            and(
                    sql,
                    filter.agency() != null,
                    "exists (select 1 from tier_agency y join agency a on a.id = y.agency_id where y.tier_id = t.id and a.code = :agency)");
            and(sql, filter.city() != null, "fold(coalesce(t.city, '')) = fold(:city)");
            and(sql, filter.postalCode() != null, "starts_with(coalesce(t.postal_code, ''), :postalCode)");
            and(sql, filter.ape() != null, "starts_with(replace(t.ape_code, '.', ''), replace(upper(:ape), '.', ''))");
            and(sql, filter.blocked() != null, "t.blocked = :blocked");
            and(sql, filter.updatedSince() != null, "t.updated_at >= :updatedSince");
            and(sql, filter.qualityMin() != null, "t.quality >= :qualityMin");
            and(sql, filter.qualityMax() != null, "t.quality <= :qualityMax");
            sql.append(tags().and());
            fields.forEach(condition -> and(sql, true, condition.sql()));
            return sql.toString();
        }

        private static void and(StringBuilder sql, boolean asked, String condition) {
            if (asked) {
                sql.append(" and ").append(condition);
            }
        }

        Query bind(Query query) {
            visibility.bind(query);
            var patterns = SearchWords.patterns(filter.q());
            for (int i = 0; i < patterns.size(); i++) {
                query.bind("word" + i, patterns.get(i));
            }
            if (!filter.types().isEmpty()) {
                query.bindArray("types", String.class, filter.types());
            }
            fields.forEach(condition -> condition.bind(query));
            tags().bind(query);
            bind(query, "status", filter.status());
            bind(query, "salesUnit", filter.salesUnit());
            bind(query, "owner", filter.owner());
            bind(query, "agency", filter.agency());
            bind(query, "city", filter.city());
            bind(query, "postalCode", filter.postalCode());
            bind(query, "ape", filter.ape());
            bind(query, "blocked", filter.blocked());
            bind(query, "updatedSince", filter.updatedSince());
            bind(query, "qualityMin", filter.qualityMin());
            bind(query, "qualityMax", filter.qualityMax());
            return query;
        }

        private static void bind(Query query, String name, Object value) {
            if (value != null) {
                query.bind(name, value);
            }
        }
    }
}
