package fr.tiers.task;

import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** To whom a task can go: our own active people, and the groups. */
@Stateless
@PermitAll
public class TaskPeople {

    @Inject
    private Db db;

    /** @param code login of somebody, or code of a group */
    public record Choice(String code, String name) {}

    /** By name. */
    public List<Choice> users() {
        return choices(
                """
                select u.login as code, u.display_name as name from app_user u
                where u.active and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')
                order by u.display_name, u.id
                """);
    }

    /** By name. */
    public List<Choice> groups() {
        return choices("select g.code, g.name from user_group g order by g.name, g.id");
    }

    private List<Choice> choices(String sql) {
        return db.call(handle -> handle.createQuery(sql)
                .map((row, context) -> new Choice(row.getString("code"), row.getString("name")))
                .list());
    }
}
