package fr.tiers.access;

import fr.tiers.access.Rights.RoleRight;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads active users with all that decides on their rights. */
final class UserAccounts {

    private static final String SELECT =
            """
            select u.id, u.login, u.display_name, u.language,
                   array(select role from app_user_role r where r.user_id = u.id) as roles,
                   array(select p.role || ' ' || p.action || ' ' || p.level from role_right p
                         join app_user_role r on r.role = p.role and r.user_id = u.id) as rights,
                   array(select a.agency_id from app_user_agency a where a.user_id = u.id) as agencies,
                   array(with recursive below as (
                             select s.sales_unit_id as id from app_user_sales_unit s where s.user_id = u.id
                             union
                             select c.id from sales_unit c join below b on c.parent_id = b.id)
                         select id from below) as units
            from app_user u
            where u.active
            """;

    private UserAccounts() {}

    static Optional<Caller> find(Handle handle, String login, LocalDate today) {
        return handle.createQuery(SELECT + " and u.login = :login")
                .bind("login", login)
                .map((row, context) -> caller(row, today))
                .findOne();
    }

    static Optional<Caller> find(Handle handle, long id, LocalDate today) {
        return handle.createQuery(SELECT + " and u.id = :id")
                .bind("id", id)
                .map((row, context) -> caller(row, today))
                .findOne();
    }

    /** By name. */
    static List<Caller> all(Handle handle, LocalDate today) {
        return handle.createQuery(SELECT + " order by u.display_name, u.id")
                .map((row, context) -> caller(row, today))
                .list();
    }

    private static Caller caller(ResultSet row, LocalDate today) throws SQLException {
        Set<Role> roles =
                Stream.of(texts(row.getArray("roles"))).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Caller(
                row.getLong("id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("language"),
                roles,
                List.of((Long[]) row.getArray("units").getArray()),
                List.of((Long[]) row.getArray("agencies").getArray()),
                Rights.of(roles, rights(texts(row.getArray("rights")))),
                today);
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    private static List<RoleRight> rights(String[] rows) {
        return Stream.of(rows)
                .map(row -> row.split(" "))
                .map(cell -> new RoleRight(Role.valueOf(cell[0]), Action.valueOf(cell[1]), Level.valueOf(cell[2])))
                .toList();
    }
}
