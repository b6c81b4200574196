package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.organisation.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What comes with a change of a tier's types, whatever path it takes: the one-way rule, the code, the function's block, the word to
 * whoever wants to know of a conversion.
 */
@ApplicationScoped
public class FunctionChange {

    private final Db db;
    private final Settings settings;
    private final TierCodes codes;
    private final Event<TierConverted> converted;

    protected FunctionChange() {
        this(null, null, null, null);
    }

    @Inject
    public FunctionChange(Db db, Settings settings, TierCodes codes, Event<TierConverted> converted) {
        this.db = db;
        this.settings = settings;
        this.codes = codes;
        this.converted = converted;
    }

    /** @return what these types make of a tier */
    public Set<String> functions(Collection<String> types) {
        return db.steady(List.of("functions", List.copyOf(types)), handle -> handle.createQuery(
                        "select distinct function from tier_type where code = any(:types)")
                .bindArray("types", String.class, types)
                .mapTo(String.class)
                .set());
    }

    /**
     * @return the types as they will be: whoever becomes a customer is no longer a prospect (unless so set) nor a suspect
     * @throws BusinessException REFUSED for a way back
     */
    List<String> admit(TierView before, List<String> wanted) {
        var had = functions(before.types());
        var wants = functions(wanted);
        OneWay.check(before.name(), had, wants, wasCustomer(before.id()));
        boolean becomesCustomer = wants.contains(OneWay.CUSTOMER) && !had.contains(OneWay.CUSTOMER);
        boolean becomesProspect = wants.contains(OneWay.PROSPECT) && !had.contains(OneWay.PROSPECT);
        boolean keeps = settings.flag(TierSettings.CONVERSION_KEEPS_PROSPECT);
        return wanted.stream()
                .filter(type -> {
                    var function = functions(List.of(type));
                    boolean outgrown = function.contains(OneWay.SUSPECT) && (becomesCustomer || becomesProspect)
                            || function.contains(OneWay.PROSPECT) && becomesCustomer && !keeps;
                    return !outgrown;
                })
                .toList();
    }

    /** @return the code a conversion gives the tier; the one it has unless customers are numbered apart */
    String codeAfter(TierView before, List<String> types) {
        var had = functions(before.types());
        boolean becomesCustomer = functions(types).contains(OneWay.CUSTOMER) && !had.contains(OneWay.CUSTOMER);
        boolean comesFromProspect = had.contains(OneWay.PROSPECT) || had.contains(OneWay.SUSPECT);
        // A supplier's code is not a prospect's: it stays, and the customer's block gets a code of its own.
        return becomesCustomer && comesFromProspect && !had.contains("SUPPLIER")
                ? codes.afterConversion(before, types)
                : before.code();
    }

    /** Writes what the new functions need; the tier is in the database with its new types and code. */
    void settle(TierView before, TierView after, String author, Instant now) {
        var had = before == null ? Set.<String>of() : functions(before.types());
        var has = functions(after.types());
        if (before != null && !before.code().equals(after.code())) {
            codes.keepFormer(after.id(), before.code(), now);
        }
        for (var function : List.of(OneWay.CUSTOMER, "SUPPLIER")) {
            if (has.contains(function) && !had.contains(function)) {
                open(after, function, now);
            } else if (had.contains(function) && !has.contains(function)) {
                close(after.id(), function, now);
            }
        }
        tell(before, after, had, has, author);
    }

    private void tell(TierView before, TierView after, Set<String> had, Set<String> has, String author) {
        if (had.contains(OneWay.CUSTOMER)) {
            return;
        }
        var from =
                had.contains(OneWay.PROSPECT) ? OneWay.PROSPECT : had.contains(OneWay.SUSPECT) ? OneWay.SUSPECT : null;
        var to = has.contains(OneWay.CUSTOMER)
                ? OneWay.CUSTOMER
                : has.contains(OneWay.PROSPECT) ? OneWay.PROSPECT : null;
        if (from != null && to != null && !from.equals(to)) {
            var former = before.code().equals(after.code()) ? null : before.code();
            converted.fire(new TierConverted(after.id(), from, to, after.code(), former, author));
        }
    }

    /** Is, or was once: the block of a function that was taken away stays. */
    private boolean wasCustomer(long tierId) {
        return db.call(handle -> handle.createQuery(
                        "select exists (select 1 from tier_function_block where tier_id = :id and function = 'CUSTOMER')")
                .bind("id", tierId)
                .mapTo(Boolean.class)
                .one());
    }

    /** A function that comes back finds its block again, numbers and all. */
    private void open(TierView tier, String function, Instant now) {
        boolean known = db.call(handle -> handle.createUpdate(
                                """
                                update tier_function_block set ended_at = null, version = version + 1
                                where tier_id = :tier and function = :function
                                """)
                        .bind("tier", tier.id())
                        .bind("function", function)
                        .execute())
                > 0;
        if (known) {
            return;
        }
        openAll(List.of(new Opening(tier.id(), Coded.of(tier), tier.paymentTerms(), function)), now);
    }

    /**
     * A function that a tier has from now on.
     *
     * @param terms of payment, of which the function's own start
     */
    record Opening(long tierId, Coded tier, String terms, String function) {}

    /** Gives functions that were never there their blocks; all codes first, then all accounts, as the order of ranges wants it. */
    void openAll(List<Opening> openings, Instant now) {
        var tierCodes = codes.ofFunction(openings);
        var accounts = codes.accounts(openings);
        db.run(handle -> {
            var batch = handle.prepareBatch(
                    """
                    insert into tier_function_block (tier_id, function, code, accounting_account, payment_terms, since)
                    values (:tier, :function, :code, :account, :terms, :now)
                    """);
            for (int i = 0; i < openings.size(); i++) {
                var opening = openings.get(i);
                batch.bind("tier", opening.tierId())
                        .bind("function", opening.function())
                        .bind("code", tierCodes.get(i))
                        .bind("account", accounts.get(i))
                        .bind("terms", opening.terms())
                        .bind("now", now)
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    private void close(long tierId, String function, Instant now) {
        db.run(handle -> handle.createUpdate(
                        """
                        insert into tier_function_block (tier_id, function, since, ended_at) values (:tier, :function, :now, :now)
                        on conflict (tier_id, function) do update set ended_at = :now, version = tier_function_block.version + 1
                        """)
                .bind("tier", tierId)
                .bind("function", function)
                .bind("now", now)
                .execute());
    }
}
