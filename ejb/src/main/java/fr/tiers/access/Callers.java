package fr.tiers.access;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        var known = memory.caller(login);
        if (known.isPresent()) {
            return known.get();
        }
        var caller = read(login);
        memory.keep(caller);
        return caller;
    }

    private Caller read(String login) {
        return db.call(handle -> handle.createQuery(
                                """
                                select u.id, u.login, u.display_name, u.language,
                                       array(select role from app_user_role r where r.user_id = u.id) as roles,
                                       array(with recursive below as (
                                                 select s.sales_unit_id as id from app_user_sales_unit s where s.user_id = u.id
                                                 union
                                                 select c.id from sales_unit c join below b on c.parent_id = b.id)
                                             select id from below) as units
                                from app_user u
                                where u.login = :login and u.active
                                """)
                        .bind("login", login)
                        .map((row, context) -> new Caller(
                                row.getLong("id"),
                                row.getString("login"),
                                row.getString("display_name"),
                                row.getString("language"),
                                roles((String[]) row.getArray("roles").getArray()),
                                List.of((Long[]) row.getArray("units").getArray())))
                        .findOne())
                .orElseThrow(() -> new BusinessException(BusinessException.Kind.FORBIDDEN, "unknown-caller"));
    }

    private static Set<Role> roles(String[] names) {
        return new HashSet<>(List.of(names)).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
