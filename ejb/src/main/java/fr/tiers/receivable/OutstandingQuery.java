package fr.tiers.receivable;

import fr.tiers.access.Action;
import fr.tiers.access.TierAccess;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

/** Reads what a tier owes. */
@Stateless
@PermitAll
public class OutstandingQuery {

    // An invoice without a due date is due on its date.
    private static final String SQL =
            """
            with mine as (
                select t.id, coalesce(o.currency, t.currency) as currency, o.amount, o.credit_limit,
                       coalesce(o.accounting_blocked, false) as blocked, o.as_of
                from tier t left join outstanding o on o.tier_id = t.id
                where t.id = :tier),
            open as (
                select i.type, i.total_amount - i.paid_amount as amount, cast(:today as date) - coalesce(i.due_date, i.date) as late
                from invoice i join mine on mine.id = i.tier_id and mine.currency = i.currency
                where i.paid_amount <> i.total_amount)
            select mine.*,
                   (select coalesce(sum(p.amount), 0) from payment p
                    where p.tier_id = mine.id and p.currency = mine.currency and p.status in ('ENTERED', 'SENT')) as underway,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE'), 0) as invoices,
                   coalesce(sum(abs(open.amount)) filter (where type = 'CREDIT_NOTE'), 0) as credit_notes,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE' and late <= 0), 0) as not_due,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE' and late between 1 and 30), 0) as late30,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE' and late between 31 and 60), 0) as late60,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE' and late between 61 and 90), 0) as late90,
                   coalesce(sum(open.amount) filter (where type = 'INVOICE' and late > 90), 0) as late_more
            from mine left join open on true
            group by mine.id, mine.currency, mine.amount, mine.credit_limit, mine.blocked, mine.as_of
            """;

    private final Db db;
    private final TierAccess tiers;
    private final Clock clock;

    protected OutstandingQuery() {
        this(null, null, null);
    }

    @Inject
    public OutstandingQuery(Db db, TierAccess tiers, Clock clock) {
        this.db = db;
        this.tiers = tiers;
        this.clock = clock;
    }

    /** @throws BusinessException NOT_FOUND also for a tier that is not the caller's to see */
    public OutstandingView ofTier(long tierId) {
        tiers.require(tierId, Action.SEE_OUTSTANDING);
        return db.call(handle -> handle.createQuery(SQL)
                .bind("tier", tierId)
                .bind("today", LocalDate.now(clock))
                .map((row, context) -> view(row))
                .one());
    }

    private static OutstandingView view(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        var limit = row.getBigDecimal("credit_limit");
        var asOf = row.getTimestamp("as_of");
        return new OutstandingView(
                row.getLong("id"),
                row.getString("currency"),
                amount,
                limit,
                usage(amount, limit),
                row.getBoolean("blocked"),
                asOf == null ? null : asOf.toInstant(),
                row.getBigDecimal("invoices"),
                row.getBigDecimal("credit_notes"),
                row.getBigDecimal("not_due"),
                row.getBigDecimal("late30"),
                row.getBigDecimal("late60"),
                row.getBigDecimal("late90"),
                row.getBigDecimal("late_more"),
                row.getBigDecimal("underway"));
    }

    private static Integer usage(BigDecimal amount, BigDecimal limit) {
        return amount == null || limit == null || limit.signum() <= 0
                ? null
                : amount.movePointRight(2)
                        .divide(limit, 0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValue();
    }
}
