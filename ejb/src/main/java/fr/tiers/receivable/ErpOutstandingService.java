package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.tier.MergedTiers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Takes over from the ERP what a tier owes. Figures older than those we have are passed over, so calls may come in any order. */
@Stateless
@RolesAllowed({ADMINISTRATOR, ACCOUNTING})
public class ErpOutstandingService {

    private final Db db;
    private final Clock clock;
    private final LimitCrossing limit;

    protected ErpOutstandingService() {
        this(null, null, null);
    }

    @Inject
    public ErpOutstandingService(Db db, Clock clock, LimitCrossing limit) {
        this.db = db;
        this.clock = clock;
        this.limit = limit;
    }

    /** @throws BusinessException INVALID for the input, also for figures from the future; NOT_FOUND for an unknown code */
    public Upsert upsert(String tierCode, ErpOutstanding outstanding) {
        check(outstanding);
        var tier = db.call(handle -> handle.createQuery(MergedTiers.BY_CODE)
                        .bind("code", tierCode)
                        .mapTo(Long.class)
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("tier", tierCode));
        return limit.watch(tier, () -> write(tier, outstanding));
    }

    private void check(ErpOutstanding outstanding) {
        var check = new InputCheck();
        check.number("amount", outstanding.amount(), 2);
        if (outstanding.creditLimit() != null
                && check.number("creditLimit", outstanding.creditLimit(), 2)
                && outstanding.creditLimit().signum() < 0) {
            check.violation("creditLimit", "negative");
        }
        check.currency("currency", outstanding.currency());
        if (outstanding.asOf() != null) {
            // Some clocks run ahead; a date far ahead would shut out every later figure.
            var latest = clock.instant().plus(1, ChronoUnit.DAYS);
            if (outstanding.asOf().isAfter(latest) || outstanding.asOf().isBefore(Instant.EPOCH)) {
                check.violation("asOf", "out-of-range", Instant.EPOCH, latest);
            }
        }
        check.throwIfAny();
    }

    private Upsert write(long tier, ErpOutstanding outstanding) {
        return db.call(handle -> handle.createQuery(
                                """
                                insert into outstanding as o (tier_id, amount, credit_limit, accounting_blocked, currency, as_of)
                                values (:tier, :amount, :limit, :blocked, :currency, :asOf)
                                on conflict (tier_id) do update
                                    set amount = excluded.amount, credit_limit = excluded.credit_limit,
                                        accounting_blocked = excluded.accounting_blocked, currency = excluded.currency,
                                        as_of = excluded.as_of
                                    where excluded.as_of >= o.as_of
                                      and (o.amount, o.credit_limit, o.accounting_blocked, o.currency, o.as_of)
                                          is distinct from (excluded.amount, excluded.credit_limit, excluded.accounting_blocked,
                                                            excluded.currency, excluded.as_of)
                                returning xmax = 0
                                """)
                        .bind("tier", tier)
                        .bind("amount", outstanding.amount())
                        .bind("limit", outstanding.creditLimit())
                        .bind("blocked", Boolean.TRUE.equals(outstanding.accountingBlocked()))
                        .bind("currency", outstanding.currency() == null ? "EUR" : outstanding.currency())
                        .bind("asOf", outstanding.asOf() == null ? clock.instant() : outstanding.asOf())
                        .mapTo(Boolean.class)
                        .findOne())
                .map(inserted -> inserted ? Upsert.CREATED : Upsert.UPDATED)
                .orElse(Upsert.UNCHANGED);
    }
}
