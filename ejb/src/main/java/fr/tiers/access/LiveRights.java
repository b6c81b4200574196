package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Whether what the container knows of the caller is still what the database says. A session keeps the roles of its sign-in; a right
 * that was taken away since then must be gone with the next request, not with the next sign-in.
 */
@Stateless
@PermitAll
public class LiveRights {

    @Inject
    private Callers callers;

    @Resource
    private SessionContext context;

    /** @return false when the user is inactive or gone, or has other roles by now */
    public boolean areCurrent() {
        try {
            var caller = callers.current();
            for (var role : Role.values()) {
                if (caller.has(role) != context.isCallerInRole(role.name())) {
                    return false;
                }
            }
            return true;
        } catch (BusinessException e) {
            return false;
        }
    }

    /** Whether the caller is a customer's or supplier's own person, who sees what was granted and nothing else. */
    public boolean isExtranet() {
        return callers.current().has(Role.EXTRANET);
    }
}
