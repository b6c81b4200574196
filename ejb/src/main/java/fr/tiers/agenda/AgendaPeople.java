package fr.tiers.agenda;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;

/** Whose agendas there are: those of everybody of the house, one by one, by group or by sales unit. */
@Stateless
@PermitAll
public class AgendaPeople {

    /** Somebody of the house, as the conditions of this class call {@code u}. */
    static final String INTERNAL =
            "u.active and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')";

    @Inject
    Db db;

    @Inject
    Callers callers;

    /** Somebody with an agenda. */
    public record Person(String login, String name) implements Serializable {}

    /**
     * Several people under one name.
     *
     * @param members logins, of a unit also those of the units below it
     */
    public record Team(String code, String name, List<String> members) implements Serializable {}

    /** @return everybody of the house, by name */
    public List<Person> people() {
        requireInternal();
        return db.call(handle -> handle.createQuery("select u.login, u.display_name from app_user u where " + INTERNAL
                        + " order by fold(u.display_name), u.id")
                .map((row, context) -> new Person(row.getString("login"), row.getString("display_name")))
                .list());
    }

    /** @return the groups that have members, by name */
    public List<Team> groups() {
        return teams(
                """
                select g.code, g.name, array_agg(u.login order by fold(u.display_name), u.id) as members
                from user_group g join user_group_member m on m.group_id = g.id join app_user u on u.id = m.user_id
                where %s group by g.id, g.code, g.name order by fold(g.name), g.id
                """);
    }

    /** @return the sales units that have members, by name */
    public List<Team> units() {
        return teams(
                """
                with recursive below (top, id) as (
                    select s.id, s.id from sales_unit s
                    union select b.top, s.id from below b join sales_unit s on s.parent_id = b.id)
                select g.code, g.name, array_agg(u.login order by fold(u.display_name), u.id) as members
                from sales_unit g cross join lateral (
                    select distinct x.user_id from below b join app_user_sales_unit x on x.sales_unit_id = b.id where b.top = g.id) m
                join app_user u on u.id = m.user_id
                where %s group by g.id, g.code, g.name order by fold(g.name), g.id
                """);
    }

    private List<Team> teams(String sql) {
        requireInternal();
        return db.call(handle -> handle.createQuery(sql.formatted(INTERNAL))
                .map((row, context) -> new Team(row.getString("code"), row.getString("name"), List.of((String[])
                        row.getArray("members").getArray())))
                .list());
    }

    /** @throws BusinessException FORBIDDEN for somebody who is not of the house */
    public void requireInternal() {
        if (callers.current().has(Role.EXTRANET)) {
            throw new BusinessException(Kind.FORBIDDEN, "forbidden");
        }
    }

    /** @throws BusinessException INVALID naming the first who is not of the house */
    public void requireKnown(List<String> logins) {
        var known = db.call(handle -> handle.createQuery(
                        "select u.login from app_user u where u.login = any(:logins) and " + INTERNAL)
                .bindArray("logins", String.class, logins)
                .mapTo(String.class)
                .set());
        logins.stream().filter(login -> !known.contains(login)).findFirst().ifPresent(login -> {
            throw BusinessException.invalid("users", "unknown-reference", login);
        });
    }
}
