package fr.tiers.tier;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.history.Authors;
import fr.tiers.history.History;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The blocks of the functions a tier has, and the codes it had. */
@Stateless
@PermitAll
public class FunctionBlocks {

    @Inject
    Db db;

    @Inject
    Clock clock;

    @Inject
    TierAccess access;

    @Inject
    Callers callers;

    @Inject
    TierCodes codes;

    @Inject
    History history;

    @Inject
    Authors authors;

    @Inject
    Event<TierTouched> touched;

    /** @return customer before supplier; only functions the tier has today */
    public List<FunctionBlock> ofTier(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        """
                        select f.function, b.* from
                            (select distinct y.function from tier_function t join tier_type y on y.code = t.type_code
                             where t.tier_id = :tier and y.function in ('CUSTOMER', 'SUPPLIER')) f
                        left join tier_function_block b on b.tier_id = :tier and b.function = f.function
                        order by f.function
                        """)
                .bind("tier", tierId)
                .map((row, context) -> block(row))
                .list());
    }

    /** @throws BusinessException NOT_FOUND for a function the tier does not have */
    public FunctionBlock get(long tierId, String function) {
        return ofTier(tierId).stream()
                .filter(block -> block.function().equals(function))
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("function", function));
    }

    public List<FormerCode> formerCodes(long tierId) {
        access.requireVisible(tierId);
        return db.call(handle -> handle.createQuery(
                        "select code, kind, since from tier_former_code where tier_id = :tier order by since desc, code")
                .bind("tier", tierId)
                .map((row, context) -> new FormerCode(
                        row.getString("code"),
                        row.getString("kind"),
                        row.getTimestamp("since").toInstant()))
                .list());
    }

    /** @throws BusinessException INVALID with every violation; STALE; NOT_FOUND */
    public FunctionBlock change(long tierId, String function, long version, FunctionBlockCommand wish) {
        // a part of the tier; accounting keeps accounts and terms also where it only completes
        access.require(tierId, callers.current().has(Role.ACCOUNTING) ? Action.ATTACH : Action.EDIT);
        var before = get(tierId, function);
        if (before.version() != version) {
            throw BusinessException.stale("function", function);
        }
        var command = wish.tidy();
        command.check();
        if (command.code() != null && !command.code().equals(before.code()) && codes.isTaken(command.code())) {
            throw BusinessException.invalid("code", "already-used", command.code());
        }
        int written = db.call(handle -> handle.createUpdate(
                        """
                        insert into tier_function_block as b (tier_id, function, version, code, accounting_account, payment_terms,
                                                              payment_method, discount, notes, since)
                        values (:tier, :function, 1, :code, :accountingAccount, :paymentTerms, :paymentMethod, :discount, :notes, :now)
                        on conflict (tier_id, function) do update
                            set version = b.version + 1, code = excluded.code, accounting_account = excluded.accounting_account,
                                payment_terms = excluded.payment_terms, payment_method = excluded.payment_method,
                                discount = excluded.discount, notes = excluded.notes
                            where b.version = :version
                        """)
                .bindMethods(command)
                .bind("tier", tierId)
                .bind("function", function)
                .bind("version", version)
                .bind("now", clock.instant())
                .execute());
        if (written == 0) {
            throw BusinessException.stale("function", function);
        }
        var after = get(tierId, function);
        history.updated(authors.current(), "function", tierId, tierId, values(before), values(after));
        touched.fire(new TierTouched(tierId));
        return after;
    }

    private static Map<String, Object> values(FunctionBlock block) {
        var prefix = block.function() + '.';
        var values = new HashMap<String, Object>();
        values.put(prefix + "code", block.code());
        values.put(prefix + "accountingAccount", block.accountingAccount());
        values.put(prefix + "paymentTerms", block.paymentTerms());
        values.put(prefix + "paymentMethod", block.paymentMethod());
        values.put(prefix + "discount", block.discount());
        values.put(prefix + "notes", block.notes());
        return values;
    }

    private static FunctionBlock block(ResultSet row) throws SQLException {
        var since = row.getTimestamp("since");
        return new FunctionBlock(
                row.getString(1),
                row.getLong("version"),
                row.getString("code"),
                row.getString("accounting_account"),
                row.getString("payment_terms"),
                row.getString("payment_method"),
                row.getBigDecimal("discount"),
                row.getString("notes"),
                since == null ? null : since.toInstant());
    }
}
