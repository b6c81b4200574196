package fr.tiers.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What somebody may do with which tiers: the levels of all roles of a user, action by action. Immutable. */
public final class Rights {

    private final Map<Action, Set<Level>> levels = new EnumMap<>(Action.class);
    private final Map<Action, Set<Role>> unlimited = new EnumMap<>(Action.class);

    /** One cell of the matrix that an administrator has set. */
    public record RoleRight(Role role, Action action, Level level) {}

    private Rights(Set<Role> roles, Collection<RoleRight> set) {
        for (var action : Action.values()) {
            var granted = EnumSet.noneOf(Level.class);
            var reachingAll = EnumSet.noneOf(Role.class);
            for (var role : roles) {
                var level = level(role, action, set);
                granted.add(level);
                if (level == Level.ALL) {
                    reachingAll.add(role);
                }
            }
            granted.remove(Level.NONE);
            levels.put(action, granted);
            unlimited.put(action, reachingAll);
        }
        levels.get(Action.ATTACH).addAll(levels.get(Action.EDIT));
        unlimited.get(Action.ATTACH).addAll(unlimited.get(Action.EDIT));
    }

    /** The rights of these roles where nobody has set anything. */
    public static Rights of(Set<Role> roles) {
        return new Rights(roles, Set.of());
    }

    /** @param set what an administrator has set, for any roles */
    public static Rights of(Set<Role> roles, Collection<RoleRight> set) {
        return new Rights(roles, set);
    }

    static Level level(Role role, Action action, Collection<RoleRight> set) {
        // Whatever was set: administrators cannot be locked out.
        return role == Role.ADMINISTRATOR
                ? Level.ALL
                : set.stream()
                        .filter(right -> right.role() == role && right.action() == action)
                        .map(RoleRight::level)
                        .findFirst()
                        .orElse(DefaultRights.of(role, action));
    }

    /** Whether the action is possible with at least some tiers. */
    public boolean allow(Action action) {
        return !levels.get(action).isEmpty();
    }

    /** Whether one of the roles has exactly this level; OWN comes with every other one. */
    public boolean include(Action action, Level level) {
        return levels.get(action).contains(level) || level == Level.OWN && allow(action);
    }

    /** The roles through which the action is possible with every tier. */
    Set<Role> reachingAll(Action action) {
        return unlimited.get(action);
    }
}
