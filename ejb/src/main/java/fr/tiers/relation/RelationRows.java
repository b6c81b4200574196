package fr.tiers.relation;

import fr.tiers.access.Callers;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.Cursor;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import fr.tiers.tier.TierAttachment.CountQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The table of relations. What is read is seen from one tier, and only where the caller may see both. */
@ApplicationScoped
public class RelationRows {

    /** Each relation twice, once from each end; key sorts those in force first, then by type and name. */
    private static final String SEEN =
            """
            select r.id, r.version, r.type_code, r.from_date, r.to_date, r.note, side, me, y.label_fr, y.inverse_fr, y.label_en,
                   y.inverse_en, t.id as other_id, t.code as other_code, t.name as other_name, t.city as other_city,
                   t.status as other_status, in_force,
                   case when in_force then '0' else '1' end || to_char(greatest(y.position, 0), 'FM0000000000') || ' ' || y.code || ' ' || t.sort_name
                       as sort_key
            from (select q.*, 'FIRST' as side, q.tier_id as me, q.other_id as them from tier_relation q
                  union all
                  select q.*, 'SECOND', q.other_id, q.tier_id from tier_relation q) r
            join relation_type y on y.code = r.type_code
            join tier t on t.id = r.them
            cross join lateral (select (r.from_date is null or r.from_date <= :today)
                                       and (r.to_date is null or r.to_date >= :today) as in_force) f
            where %s
            """;

    private final Db db;
    private final Callers callers;

    protected RelationRows() {
        this(null, null);
    }

    @Inject
    public RelationRows(Db db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    private record Keyed(String key, RelationView view, long total) {}

    Slice<RelationView> page(long tierId, RelationFilter filter, String after, int limit, LocalDate today) {
        var cursor = after == null ? null : Cursor.decode(after);
        var visibility = Visibility.of(callers.current());
        var sql = SEEN.formatted("me = :tier and " + visibility.predicate("t")
                + (filter.type() == null ? "" : " and r.type_code = :type")
                + (filter.inForce() == null ? "" : " and in_force = :inForce"));
        return db.call(handle -> {
            var paged = bind(
                    visibility,
                    handle.createQuery("with seen as (" + sql
                            + ") select seen.*, (select count(*) from (select 1 from seen limit :cap) c) as total from seen"
                            + (cursor == null ? "" : " where (sort_key, id) > (:key, :id)")
                            + " order by sort_key, id limit :limit"),
                    tierId,
                    filter,
                    today);
            if (cursor != null) {
                paged.bind("key", cursor.key()).bind("id", cursor.id());
            }
            var found = paged.bind("limit", limit + 1)
                    .bind("cap", Slice.COUNT_CAP)
                    .map((row, context) -> new Keyed(row.getString("sort_key"), view(row), row.getLong("total")))
                    .list();
            var items = found.stream().limit(limit).map(Keyed::view).toList();
            var last = found.size() > limit ? found.get(limit - 1) : null;
            // a cursor behind the last row tells nothing of those before it
            long total = found.isEmpty()
                    ? cursor == null ? 0 : page(tierId, filter, null, 1, today).total()
                    : found.get(0).total();
            return new Slice<>(
                    items,
                    last == null ? null : new Cursor(last.key(), last.view().id()).encode(),
                    total,
                    total < Slice.COUNT_CAP);
        });
    }

    private static Query bind(Visibility visibility, Query query, long tierId, RelationFilter filter, LocalDate today) {
        visibility.bind(query).bind("tier", tierId).bind("today", today);
        if (filter.type() != null) {
            query.bind("type", filter.type());
        }
        if (filter.inForce() != null) {
            query.bind("inForce", filter.inForce());
        }
        return query;
    }

    /** @param tierId from which it is seen; null for its first tier */
    Optional<RelationView> find(long id, Long tierId, LocalDate today) {
        var visibility = Visibility.of(callers.current());
        // both ends must be the caller's to see
        var mine = "exists (select 1 from tier t where t.id = me and %s)".formatted(visibility.predicate("t"));
        var sql = SEEN.formatted("r.id = :id and " + (tierId == null ? "side = 'FIRST'" : "me = :me") + " and "
                + visibility.predicate("t") + " and " + mine);
        return db.call(handle -> {
            var query = visibility.bind(handle.createQuery(sql)).bind("id", id).bind("today", today);
            if (tierId != null) {
                query.bind("me", tierId);
            }
            return query.map((row, context) -> view(row)).findOne();
        });
    }

    /** How many relations of {@code :tier} the caller may know of. */
    CountQuery count() {
        var visibility = Visibility.of(callers.current());
        return new CountQuery(
                """
                select count(*) from (select other_id as them from tier_relation where tier_id = :tier
                                      union all select tier_id from tier_relation where other_id = :tier) r
                join tier t on t.id = r.them where %s
                """
                        .formatted(visibility.predicate("t")),
                visibility.parameters());
    }

    /** The two ends in the order they are kept. */
    record Ends(long first, long second) {

        static Ends of(long tierId, long otherId, Side side, boolean symmetric) {
            boolean turn = symmetric ? otherId < tierId : side == Side.SECOND;
            return turn ? new Ends(otherId, tierId) : new Ends(tierId, otherId);
        }
    }

    boolean overlaps(long self, long tierId, RelationCommand command, RelationType type) {
        var ends = Ends.of(tierId, command.other(), command.side(), type.symmetric());
        return db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from tier_relation
                                       where id <> :self and type_code = :type and tier_id = :first and other_id = :second
                                         and daterange(from_date, to_date, '[]')
                                             && daterange(cast(:from as date), cast(:to as date), '[]'))
                        """)
                .bindMethods(command)
                .bind("self", self)
                .bind("first", ends.first())
                .bind("second", ends.second())
                .mapTo(Boolean.class)
                .one());
    }

    long insert(long tierId, RelationCommand command, RelationType type, String login, Instant now) {
        var ends = Ends.of(tierId, command.other(), command.side(), type.symmetric());
        return db.call(handle -> handle.createQuery(
                        """
                        insert into tier_relation (type_code, tier_id, other_id, from_date, to_date, note, created_at, created_by)
                        values (:type, :first, :second, :from, :to, :note, :now, :login) returning id
                        """)
                .bindMethods(command)
                .bind("first", ends.first())
                .bind("second", ends.second())
                .bind("now", now)
                .bind("login", login)
                .mapTo(Long.class)
                .one());
    }

    boolean update(long id, long version, long tierId, RelationCommand command, RelationType type) {
        var ends = Ends.of(tierId, command.other(), command.side(), type.symmetric());
        return db.call(handle -> handle.createUpdate(
                                """
                                update tier_relation set version = version + 1, type_code = :type, tier_id = :first,
                                       other_id = :second, from_date = :from, to_date = :to, note = :note
                                where id = :id and version = :version
                                """)
                        .bindMethods(command)
                        .bind("first", ends.first())
                        .bind("second", ends.second())
                        .bind("id", id)
                        .bind("version", version)
                        .execute())
                > 0;
    }

    boolean delete(long id, long version) {
        return db.call(handle -> handle.execute("delete from tier_relation where id = ? and version = ?", id, version))
                > 0;
    }

    private static RelationView view(ResultSet row) throws SQLException {
        var side = Side.valueOf(row.getString("side"));
        boolean first = side == Side.FIRST;
        return new RelationView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("me"),
                row.getString("type_code"),
                side,
                row.getString(first ? "label_fr" : "inverse_fr"),
                row.getString(first ? "label_en" : "inverse_en"),
                new Neighbour(
                        row.getLong("other_id"),
                        row.getString("other_code"),
                        row.getString("other_name"),
                        row.getString("other_city"),
                        row.getString("other_status"),
                        0),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getString("note"),
                row.getBoolean("in_force"));
    }
}
