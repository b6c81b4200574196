package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import static fr.tiers.access.Role.Names.SYSTEM;

/**
 * Turns the container's principal into a {@link Caller}, read from the database once per transaction: a right that is taken away is
 * gone with the next call.
 */
@Stateless
@PermitAll
public class Callers {

    private static final String KEY = Callers.class.getName();

    @Inject
    private Db db;

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

    private Caller load() {
        if (context.isCallerInRole(SYSTEM)) {
            return Caller.SYSTEM;
        }
        var login = context.getCallerPrincipal().getName().toLowerCase(Locale.ROOT);
        return db.call(handle -> UserAccounts.find(handle, login, LocalDate.now(clock)))
                .orElseThrow(() -> new BusinessException(BusinessException.Kind.FORBIDDEN, "unknown-caller"));
    }
}
