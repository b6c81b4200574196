package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * Turns the container's principal into a {@link Caller}, read from the database once per request: a right that is taken away is gone
 * with the next one.
 */
@Stateless
@PermitAll
public class Callers {

    private static final String KEY = Callers.class.getName();

    @Inject
    private Db db;

    @Inject
    private RequestMemory memory;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * @return the caller of this transaction
     * @throws BusinessException FORBIDDEN for somebody the database does not know, or no longer
     */
    public Caller current() {
        if (transaction.getTransactionKey() != null && transaction.getResource(KEY) instanceof Caller known) {
            return known;
        }
        var caller = load();
        if (transaction.getTransactionKey() != null) {
            transaction.putResource(KEY, caller);
        }
        return caller;
    }

    /**
     * For work that a user started and that goes on without him: until the transaction ends he is the caller, with the rights he has now.
     * To be said before anything else in it.
     *
     * @throws BusinessException FORBIDDEN when there is no such user, or no longer
     */
    @RolesAllowed(SYSTEM)
    public Caller standIn(String login) {
        var caller = read(login);
        transaction.putResource(KEY, caller);
        return caller;
    }

    private Caller load() {
        if (context.isCallerInRole(SYSTEM)) {
            return Caller.SYSTEM;
        }
        var login = context.getCallerPrincipal().getName().toLowerCase(Locale.ROOT);
        var known = memory.caller(login);
        if (known.isPresent()) {
            return known.get();
        }
        var caller = read(login);
        memory.keep(caller);
        return caller;
    }

    private Caller read(String login) {
        return db.call(handle -> UserAccounts.find(handle, login, LocalDate.now(clock)))
                .orElseThrow(() -> new BusinessException(BusinessException.Kind.FORBIDDEN, "unknown-caller"));
    }
}
