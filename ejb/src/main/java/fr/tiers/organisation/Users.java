package fr.tiers.organisation;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Users and what they may do. An administrator manages them; everybody reads names and changes one's own preferences. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class Users {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final String SELECT =
            """
            select u.id, u.version, u.login, u.display_name, u.email, u.language, u.theme, u.active, c.code as company,
                   array(select role from app_user_role r where r.user_id = u.id order by role) as roles,
                   array(select s.code from app_user_sales_unit a join sales_unit s on s.id = a.sales_unit_id
                         where a.user_id = u.id order by s.code) as units,
                   array(select g.code from app_user_agency a join agency g on g.id = a.agency_id
                         where a.user_id = u.id order by g.code) as agencies,
                   array(select g.code from user_group_member m join user_group g on g.id = m.group_id
                         where m.user_id = u.id order by g.code) as groups
            from app_user u left join company c on c.id = u.company_id
            """;

    @Inject
    private Db db;

    @Inject
    private Organisation organisation;

    @Inject
    private Callers callers;

    public List<UserRow> all() {
        return db.call(handle -> rows(handle.createQuery(SELECT + " order by u.display_name, u.id")));
    }

    public UserRow get(long id) {
        return one(id);
    }

    private UserRow one(long id) {
        return db
                .call(handle ->
                        rows(handle.createQuery(SELECT + " where u.id = :id").bind("id", id)))
                .stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("user", id));
    }

    public long create(UserCommand command) {
        var violations = new ArrayList<>(check(command));
        PasswordRule.check(command.login(), command.password()).ifPresent(violations::add);
        refuse(violations);
        var companyId = companyId(command);
        return db.call(handle -> {
            var id = handle.createQuery(
                            """
                            insert into app_user (login, display_name, email, language, active, password_hash, company_id)
                            values (:login, :displayName, :email, :language, :active, :hash, :companyId)
                            on conflict (login) do nothing returning id
                            """)
                    .bind("login", command.login())
                    .bind("displayName", command.displayName().strip())
                    .bind("email", Checks.trim(command.email()))
                    .bind("language", command.language())
                    .bind("active", command.active())
                    .bind("hash", PasswordRule.hash(command.password()))
                    .bind("companyId", companyId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> BusinessException.invalid("login", "already-used", command.login()));
            writeRights(handle, id, command);
            return id;
        });
    }

    /** Also ends every access token of the user: what they carry may no longer be what the user may do. */
    public void update(long id, long version, UserCommand command) {
        var violations = new ArrayList<>(check(command));
        if (command.password() != null) {
            PasswordRule.check(command.login(), command.password()).ifPresent(violations::add);
        }
        refuse(violations);
        var before = one(id);
        if (callers.current().userId() == id
                && (!command.active() || !command.roles().contains(Role.ADMINISTRATOR))) {
            throw new BusinessException(BusinessException.Kind.REFUSED, "own-administration");
        }
        var companyId = companyId(command);
        db.run(handle -> {
            var updated = handle.createUpdate(
                            """
                            update app_user set version = version + 1, login = :login, display_name = :displayName, email = :email,
                                   language = :language, active = :active, company_id = :companyId,
                                   password_hash = coalesce(:hash, password_hash)
                            where id = :id and version = :version
                            """)
                    .bind("login", command.login())
                    .bind("displayName", command.displayName().strip())
                    .bind("email", Checks.trim(command.email()))
                    .bind("language", command.language())
                    .bind("active", command.active())
                    .bind("companyId", companyId)
                    .bind("hash", command.password() == null ? null : PasswordRule.hash(command.password()))
                    .bind("id", id)
                    .bind("version", version)
                    .execute();
            if (updated == 0) {
                throw BusinessException.stale("user", id);
            }
            writeRights(handle, id, command);
            if (!command.active()
                    || command.password() != null
                    || !before.login().equals(command.login())
                    || !before.roles().equals(command.roles())) {
                handle.createUpdate(
                                "update access_token set revoked_at = now() where user_id = :id and revoked_at is null")
                        .bind("id", id)
                        .execute();
            }
        });
    }

    /** The active users who may own tiers, by name: login and display_name. */
    public static final String NAMES =
            """
            select u.login, u.display_name from app_user u
            where u.active and not exists (select 1 from app_user_role r where r.user_id = u.id and r.role = 'EXTRANET')
            order by u.display_name, u.id
            """;

    /** A name to show and to choose from. */
    public record Name(String login, String displayName) {}

    /** @return the active users who may own tiers, by name */
    @PermitAll
    public List<Name> names() {
        return db.call(handle -> handle.createQuery(NAMES)
                .map((row, context) -> new Name(row.getString("login"), row.getString("display_name")))
                .list());
    }

    @PermitAll
    public UserRow me() {
        return one(callers.current().userId());
    }

    /** Language and theme of the caller; null leaves as is. */
    @PermitAll
    public void changePreferences(String language, String theme) {
        if (language != null && !LANGUAGES.contains(language)) {
            throw BusinessException.invalid("language", "unknown-value", language);
        }
        if (theme != null && !THEMES.contains(theme)) {
            throw BusinessException.invalid("theme", "unknown-value", theme);
        }
        var me = callers.current().userId();
        db.run(handle -> handle.createUpdate(
                        "update app_user set language = coalesce(:language, language), theme = coalesce(:theme, theme) where id = :id")
                .bind("language", language)
                .bind("theme", theme)
                .bind("id", me)
                .execute());
    }

    private static List<Violation> check(UserCommand command) {
        var checks = new Checks()
                .holds(
                        command.login() != null && command.login().matches("[a-z0-9][a-z0-9._@-]{1,63}"),
                        "login",
                        "login-shape")
                .required("displayName", Checks.trim(command.displayName()))
                .text("displayName", command.displayName())
                .required("language", command.language())
                .oneOf("language", command.language(), LANGUAGES)
                .email("email", Checks.trim(command.email()))
                .text("company", command.company())
                .holds(
                        !command.roles().isEmpty() && command.roles().stream().allMatch(Objects::nonNull),
                        "roles",
                        "required");
        command.salesUnits().forEach(unit -> checks.required("salesUnits", unit).text("salesUnits", unit));
        command.agencies().forEach(agency -> checks.required("agencies", agency).text("agencies", agency));
        command.groups().forEach(group -> checks.required("groups", group).text("groups", group));
        return checks.violations();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }

    private Long companyId(UserCommand command) {
        return command.company() == null ? null : organisation.companyId("company", command.company());
    }

    private void writeRights(Handle handle, long id, UserCommand command) {
        var units = command.salesUnits().stream()
                .distinct()
                .map(code -> organisation.salesUnitId("salesUnits", code))
                .toList();
        replace(
                handle,
                id,
                "app_user_role",
                "role",
                command.roles().stream().map(Role::name).toList());
        replace(handle, id, "app_user_sales_unit", "sales_unit_id", units);
        var agencies = command.agencies().stream()
                .distinct()
                .map(code -> organisation.agencyId("agencies", code))
                .toList();
        replace(handle, id, "app_user_agency", "agency_id", agencies);
        handle.createUpdate("delete from user_group_member where user_id = :id")
                .bind("id", id)
                .execute();
        for (var group : new TreeSet<>(command.groups())) {
            var added = handle.createUpdate(
                            "insert into user_group_member (group_id, user_id) select g.id, :id from user_group g where g.code = :code")
                    .bind("id", id)
                    .bind("code", group)
                    .execute();
            if (added == 0) {
                throw BusinessException.invalid("groups", "unknown-reference", group);
            }
        }
    }

    private static void replace(Handle handle, long id, String table, String column, List<?> values) {
        handle.createUpdate("delete from " + table + " where user_id = :id")
                .bind("id", id)
                .execute();
        for (var value : values) {
            handle.createUpdate("insert into " + table + " (user_id, " + column + ") values (:id, :value)")
                    .bind("id", id)
                    .bind("value", value)
                    .execute();
        }
    }

    private static List<UserRow> rows(Query query) {
        return query.map((row, context) -> new UserRow(
                        row.getLong("id"),
                        row.getLong("version"),
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getString("theme"),
                        row.getBoolean("active"),
                        row.getString("company"),
                        Stream.of((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        List.of((String[]) row.getArray("units").getArray()),
                        List.of((String[]) row.getArray("agencies").getArray()),
                        List.of((String[]) row.getArray("groups").getArray())))
                .list();
    }
}
