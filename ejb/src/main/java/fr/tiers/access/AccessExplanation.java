package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Answers "why may I see this, why may I change it": with the conditions of the rule itself, each asked alone. */
@Stateless
@PermitAll
public class AccessExplanation {

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    @Inject
    Clock clock;

    /** What one user may do with the tier, and why. */
    public record UserAccess(String user, String displayName, Set<Role> roles, Explanation explanation) {}

    /** @throws BusinessException NOT_FOUND for a tier that is not the caller's to see */
    public UserAccess mine(long tierId) {
        access.requireVisible(tierId);
        return explain(callers.current(), tierId);
    }

    /**
     * Of somebody else, for those who answer for it.
     *
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see; FORBIDDEN for others than administrators and
     *     sales managers; INVALID on {@code user}
     */
    public UserAccess of(long tierId, String login) {
        access.requireVisible(tierId);
        var caller = callers.current();
        var wanted = login.toLowerCase(Locale.ROOT);
        if (!wanted.equals(caller.login()) && !mayAskAboutOthers()) {
            throw new BusinessException(Kind.FORBIDDEN, "forbidden");
        }
        return explain(
                db.call(handle -> UserAccounts.find(handle, wanted, LocalDate.now(clock)))
                        .orElseThrow(() -> BusinessException.invalid("user", "unknown-reference", login)),
                tierId);
    }

    public boolean mayAskAboutOthers() {
        return callers.current().hasAny(Role.ADMINISTRATOR, Role.SALES_MANAGER);
    }

    /**
     * @return every active user who sees the tier, by name
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see; FORBIDDEN for others than administrators
     */
    public List<UserAccess> whoSees(long tierId) {
        access.requireVisible(tierId);
        if (!callers.current().has(Role.ADMINISTRATOR)) {
            throw new BusinessException(Kind.FORBIDDEN, "forbidden");
        }
        return db.call(handle -> UserAccounts.all(handle, LocalDate.now(clock))).stream()
                .map(user -> explain(user, tierId))
                .filter(user -> !user.explanation().actions().isEmpty())
                .toList();
    }

    private UserAccess explain(Caller user, long tierId) {
        return new UserAccess(
                user.login(),
                user.displayName(),
                user.roles(),
                db.call(handle -> Explanation.of(handle, user, tierId)));
    }
}
