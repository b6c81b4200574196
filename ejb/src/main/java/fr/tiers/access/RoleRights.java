package fr.tiers.access;

import fr.tiers.access.Rights.RoleRight;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** What each role may do with which tiers: the matrix that an administrator changes. A change counts from the next request on. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class RoleRights {

    /** The roles whose rights can be set: administrators may do all, extranet users what was granted. */
    public static final List<Role> ROLES = List.of(
            Role.SALES_MANAGER,
            Role.SALES,
            Role.ASSISTANT,
            Role.ACCOUNTING,
            Role.TECHNICIAN,
            Role.MARKETING,
            Role.READER);

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    Clock clock;

    /** @param rights for each role the level of every action */
    public record Matrix(long version, Map<Role, Map<Action, Level>> rights) {}

    /** Somebody has set one level. */
    public record RightChange(
            long id, Role role, Action action, Level oldLevel, Level newLevel, String author, Instant at) {}

    /** As it holds now. */
    public Matrix matrix() {
        var set = rows();
        return new Matrix(version(), matrix((role, action) -> Rights.level(role, action, set)));
    }

    /** As the application comes. */
    @PermitAll
    public Level byDefault(Role role, Action action) {
        return DefaultRights.of(role, action);
    }

    /**
     * Replaces the matrix; what is not given returns to the default.
     *
     * @throws BusinessException INVALID for a role that cannot be set or a level that is missing; STALE with the version
     */
    public Matrix replace(long version, Map<Role, Map<Action, Level>> wanted) {
        check(wanted);
        db.run(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('access.role-right'))"));
        if (version() != version) {
            throw BusinessException.stale("rights", version);
        }
        var before = matrix().rights();
        for (var role : ROLES) {
            var levels = wanted.getOrDefault(role, Map.of());
            for (var action : Action.values()) {
                var old = before.get(role).get(action);
                var level = levels.getOrDefault(action, DefaultRights.of(role, action));
                if (level != old) {
                    write(role, action, old, level);
                }
            }
        }
        return matrix();
    }

    private static void check(Map<Role, Map<Action, Level>> wanted) {
        var violations = new ArrayList<Violation>();
        if (wanted == null) {
            violations.add(new Violation("rights", "required"));
        } else {
            wanted.forEach((role, levels) -> {
                var field = "rights." + role;
                if (!ROLES.contains(role)) {
                    violations.add(new Violation(field, "unknown-value", role));
                } else if (levels == null) {
                    violations.add(new Violation(field, "required"));
                } else {
                    levels.forEach((action, level) -> {
                        if (level == null) {
                            violations.add(new Violation(field + '.' + action, "required"));
                        }
                    });
                }
            });
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }

    private void write(Role role, Action action, Level old, Level level) {
        db.run(handle -> {
            handle.createUpdate("delete from role_right where role = :role and action = :action")
                    .bind("role", role.name())
                    .bind("action", action.name())
                    .execute();
            // What equals the default is not kept, so it follows the application.
            if (level != DefaultRights.of(role, action)) {
                handle.createUpdate("insert into role_right (role, action, level) values (:role, :action, :level)")
                        .bind("role", role.name())
                        .bind("action", action.name())
                        .bind("level", level.name())
                        .execute();
            }
            handle.createUpdate(
                            """
                            insert into role_right_change (role, action, old_level, new_level, author, at)
                            values (:role, :action, :old, :new, :author, :at)
                            """)
                    .bind("role", role.name())
                    .bind("action", action.name())
                    .bind("old", old.name())
                    .bind("new", level.name())
                    .bind("author", callers.current().login())
                    .bind("at", clock.instant())
                    .execute();
        });
    }

    /**
     * @param before only changes older than this id
     * @return newest first
     */
    public List<RightChange> changes(long before, int limit) {
        return db.call(handle -> handle.createQuery(
                        "select * from role_right_change where id < :before order by id desc limit :limit")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> new RightChange(
                        row.getLong("id"),
                        Role.valueOf(row.getString("role")),
                        Action.valueOf(row.getString("action")),
                        Level.valueOf(row.getString("old_level")),
                        Level.valueOf(row.getString("new_level")),
                        row.getString("author"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    /** How many changes there have been. */
    public long size() {
        return db.call(handle -> handle.createQuery("select count(*) from role_right_change")
                .mapTo(Long.class)
                .one());
    }

    private interface LevelOf {
        Level of(Role role, Action action);
    }

    private static Map<Role, Map<Action, Level>> matrix(LevelOf levels) {
        Map<Role, Map<Action, Level>> matrix = new EnumMap<>(Role.class);
        for (var role : ROLES) {
            var row = new EnumMap<Action, Level>(Action.class);
            for (var action : Action.values()) {
                row.put(action, levels.of(role, action));
            }
            matrix.put(role, row);
        }
        return matrix;
    }

    private List<RoleRight> rows() {
        return db.call(handle -> handle.createQuery("select role, action, level from role_right")
                .map((row, context) -> new RoleRight(
                        Role.valueOf(row.getString("role")),
                        Action.valueOf(row.getString("action")),
                        Level.valueOf(row.getString("level"))))
                .list());
    }

    private long version() {
        return db.call(handle -> handle.createQuery("select coalesce(max(id), 0) from role_right_change")
                .mapTo(Long.class)
                .one());
    }
}
