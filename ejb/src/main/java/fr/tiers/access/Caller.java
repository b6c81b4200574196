package fr.tiers.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Who is calling: a signed-in user, or the system itself (jobs, timers).
 *
 * @param userId 0 for the system
 * @param salesUnits the caller's units with all units below them
 * @param agencies the caller's agencies
 * @param rights what the roles may do, as the administrator has set it
 * @param today the day on which somebody represents us or not; null for the database's
 */
public record Caller(
        long userId,
        String login,
        String displayName,
        String language,
        Set<Role> roles,
        List<Long> salesUnits,
        List<Long> agencies,
        Rights rights,
        LocalDate today) {

    /** Jobs and timers: sees everything, writes under the name "system". */
    public static final Caller SYSTEM = new Caller(0, "system", "Tiers", "fr", Set.of(), List.of());

    /** Somebody without agencies whose roles may do what they may do by default. */
    public Caller(
            long userId, String login, String displayName, String language, Set<Role> roles, List<Long> salesUnits) {
        this(userId, login, displayName, language, roles, salesUnits, List.of(), Rights.of(roles), null);
    }

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

    /**
     * True when no restriction by unit or agency applies. An extranet user never sees all, whatever other role was given by mistake.
     */
    public boolean seesAllTiers() {
        return isSystem() || !has(Role.EXTRANET) && rights.include(Action.READ, Level.ALL);
    }
}
