package fr.tiers.relation;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The tree of parents around a tier. */
@Stateless
@PermitAll
public class RelationTrees {

    /** So many siblings and children are named; the others are counted. */
    public static final int SHOWN = 50;

    /** A place in the tree and who stands there; %s: visible as t, as p, as c. A parent that is hidden has no children here. */
    private static final String TREE =
            """
            with recursive above as (
                select p.id, p.parent_id, 1 as height, array[p.id] as passed
                from tier c join tier p on p.id = c.parent_id where c.id = :tier
                union all
                select p.id, p.parent_id, a.height + 1, a.passed || p.id
                from above a join tier p on p.id = a.parent_id where p.id <> all(a.passed)),
            place as (
                select 'SELF' as place, t.id, 0 as height, 1 as total from tier t where t.id = :tier and %1$s
                union all
                (select 'ABOVE', t.id, a.height, 1 from above a join tier t on t.id = a.id where %1$s
                 order by a.height desc limit :shown)
                union all
                (select 'BESIDE', t.id, 0, count(*) over () from tier t
                 where t.id <> :tier and %1$s and t.parent_id = (
                     select p.id from tier m join tier p on p.id = m.parent_id where m.id = :tier and %2$s)
                 order by t.sort_name, t.id limit :shown)
                union all
                (select 'BELOW', t.id, 0, count(*) over () from tier t where t.parent_id = :tier and %1$s
                 order by t.sort_name, t.id limit :shown))
            select place.place, place.total, t.id, t.code, t.name, t.city, t.status,
                   (select count(*) from tier c where c.parent_id = t.id and %3$s) as children
            from place join tier t on t.id = place.id order by place.height desc, t.sort_name, t.id
            """;

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public RelationTree of(long tierId) {
        access.requireVisible(tierId);
        var visibility = Visibility.of(callers.current());
        var sql = TREE.formatted(visibility.predicate("t"), visibility.predicate("p"), visibility.predicate("c"));
        var places = db.call(handle -> visibility
                .bind(handle.createQuery(sql))
                .bind("tier", tierId)
                .bind("shown", SHOWN)
                .map((row, context) -> new Place(row.getString("place"), row.getLong("total"), neighbour(row)))
                .list());
        return new RelationTree(
                at("SELF", places).get(0),
                at("ABOVE", places),
                at("BESIDE", places),
                count("BESIDE", places),
                at("BELOW", places),
                count("BELOW", places));
    }

    /** @param total how many stand there, with those that are not named */
    private record Place(String name, long total, Neighbour tier) {}

    private static List<Neighbour> at(String name, List<Place> places) {
        return places.stream()
                .filter(place -> place.name().equals(name))
                .map(Place::tier)
                .toList();
    }

    private static long count(String name, List<Place> places) {
        return places.stream()
                .filter(place -> place.name().equals(name))
                .findFirst()
                .map(Place::total)
                .orElse(0L);
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getString("status"),
                row.getLong("children"));
    }
}
