package fr.tiers.access;

import java.util.List;
import java.util.Set;

/**
 * Who is calling: a signed-in user, or the system itself (jobs, timers).
 *
 * @param userId 0 for the system
 * @param salesUnits the caller's units with all units below them
 */
public record Caller(
        long userId, String login, String displayName, String language, Set<Role> roles, List<Long> salesUnits) {

    /** Jobs and timers: sees everything, writes under the name "system". */
    public static final Caller SYSTEM = new Caller(0, "system", "Tiers", "fr", Set.of(), List.of());

    public boolean isSystem() {
        return userId == 0;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... any) {
        for (var role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** True when no restriction by unit applies. An extranet user never sees all, whatever other role was given by mistake. */
    public boolean seesAllTiers() {
        return isSystem() || !has(Role.EXTRANET) && roles.stream().anyMatch(Role::seesAllTiers);
    }
}
