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
import org.jdbi.v3.core.statement.Query;

/** The tree of parents around a tier. */
@Stateless
@PermitAll
public class RelationTrees {

    /** So many siblings and children are named; the others are counted. */
    public static final int SHOWN = 50;

    private static final String ABOVE =
            """
            with recursive above as (
                select p.id, p.parent_id, 1 as height, array[p.id] as passed
                from tier c join tier p on p.id = c.parent_id where c.id = :tier
                union all
                select p.id, p.parent_id, a.height + 1, a.passed || p.id
                from above a join tier p on p.id = a.parent_id where p.id <> all(a.passed))
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
        var tier = list("", "t.id = :tier", "t.id", tierId).get(0);
        var ancestors = list(
                ABOVE, "t.id in (select id from above)", "(select height from above a where a.id = t.id) desc", tierId);
        // a parent that is hidden has no children here: not even their number tells of it
        var siblings =
                """
                t.id <> :tier and t.parent_id = (select m.parent_id from tier m join tier p on p.id = m.parent_id
                                                 where m.id = :tier and %s)"""
                        .formatted(Visibility.of(callers.current()).predicate("p"));
        var children = "t.parent_id = :tier";
        return new RelationTree(
                tier,
                ancestors,
                list("", siblings, "t.sort_name, t.id", tierId),
                count(siblings, tierId),
                list("", children, "t.sort_name, t.id", tierId),
                count(children, tierId));
    }

    private List<Neighbour> list(String with, String condition, String order, long tierId) {
        var visibility = Visibility.of(callers.current());
        var sql = with
                + """
                select t.id, t.code, t.name, t.city, t.status,
                       (select count(*) from tier c where c.parent_id = t.id and %s) as children
                from tier t where %s and (%s) order by %s limit %d
                """
                        .formatted(visibility.predicate("c"), visibility.predicate("t"), condition, order, SHOWN);
        return db.call(handle -> bound(visibility, handle.createQuery(sql), tierId)
                .map((row, context) -> neighbour(row))
                .list());
    }

    private long count(String condition, long tierId) {
        var visibility = Visibility.of(callers.current());
        var sql = "select count(*) from tier t where %s and (%s)".formatted(visibility.predicate("t"), condition);
        return db.call(handle -> bound(visibility, handle.createQuery(sql), tierId)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Visibility visibility, Query query, long tierId) {
        return visibility.bind(query).bind("tier", tierId);
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
