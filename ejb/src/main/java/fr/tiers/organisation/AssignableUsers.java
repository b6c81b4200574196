package fr.tiers.organisation;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Who may own or represent a tier: active users of our own, or only the members of the groups that the settings name. */
@ApplicationScoped
public class AssignableUsers {

    private static final String CONDITION =
            """
             u.active
            and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')
            and (cardinality(:groups) = 0 or exists (
                select 1 from user_group_member m join user_group g on g.id = m.group_id
                where m.user_id = u.id and g.code = any(:groups)))
            """;

    private final Db db;
    private final Settings settings;

    protected AssignableUsers() {
        this(null, null);
    }

    @Inject
    public AssignableUsers(Db db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** By name. */
    public List<Users.Name> names() {
        return db.steady("assignable", handle -> query(
                        handle,
                        "select u.login, u.display_name from app_user u where" + CONDITION
                                + " order by u.display_name, u.id")
                .map((row, context) -> new Users.Name(row.getString("login"), row.getString("display_name")))
                .list());
    }

    public boolean include(String login) {
        return db.steady(List.of("assignable", login), handle -> query(
                        handle, "select exists (select 1 from app_user u where u.login = :login and" + CONDITION + ")")
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
    }

    /** @throws BusinessException INVALID on {@code field} when no active user has the login, or the user may not be chosen */
    public long id(String field, String login) {
        return db.steady(List.of("assignable.id", login), handle -> query(
                                handle, "select u.id from app_user u where u.login = :login and" + CONDITION)
                        .bind("login", login)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.invalid(
                        field,
                        settings.codes(OrganisationSettings.ASSIGNABLE_GROUPS).isEmpty()
                                ? "unknown-reference"
                                : "not-assignable",
                        login));
    }

    private Query query(Handle handle, String sql) {
        return handle.createQuery(sql)
                .bindArray("groups", String.class, settings.codes(OrganisationSettings.ASSIGNABLE_GROUPS));
    }
}
