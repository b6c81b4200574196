package fr.tiers.relation;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.relation.GroupFigures.Sum;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;

/** Figures over a tier and all that hang below it. */
@Stateless
@PermitAll
public class GroupQuery {

    /** The tree below, the tier itself included. */
    private static final String BELOW =
            """
            with recursive below as (
                select :tier::bigint as id union select c.id from tier c join below b on c.parent_id = b.id),
            figure as (
                select t.id, coalesce(%s, false) as visible, f.amount, f.currency
                from below b join tier t on t.id = b.id left join lateral (%s) f on true),
            sums as (select currency, sum(amount) as amount from figure where visible and amount is not null group by currency),
            counts as (
                select count(distinct id) filter (where visible) as tiers,
                       count(distinct id) filter (where visible and amount is not null) as with_figure,
                       count(distinct id) filter (where not visible) as hidden
                from figure)
            select counts.*, sums.* from counts left join sums on true order by sums.amount desc, sums.currency
            """;

    // published figures are in euros; a tier's own field is in its currency
    private static final String TURNOVER =
            """
            (select k.turnover as amount, 'EUR' as currency from key_figure k
             where k.tier_id = t.id and k.turnover is not null order by k.closing_date desc limit 1)
            union all
            select t.turnover, t.currency where t.turnover is not null
            limit 1""";

    // what the ERP says; where it has said nothing, what is open on the invoices it sent
    private static final String OUTSTANDING =
            """
            (select o.amount, o.currency from outstanding o where o.tier_id = t.id)
            union all
            (select sum(i.total_amount - i.paid_amount), i.currency from invoice i
             where i.tier_id = t.id and i.paid_amount <> i.total_amount
               and not exists (select 1 from outstanding o where o.tier_id = t.id)
             group by i.currency)""";

    @Inject
    Db db;

    @Inject
    Callers callers;

    @Inject
    TierAccess access;

    /**
     * The turnover last published of each tier, else the one on its record.
     *
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    public GroupFigures turnover(long tierId) {
        access.requireVisible(tierId);
        return figures(tierId, TURNOVER, Visibility.of(callers.current()));
    }

    /**
     * What the tiers owe: according to the ERP, else what is open on their invoices. Tiers whose receivables the caller may not see are
     * hidden here.
     *
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see; FORBIDDEN without the right to see its receivables
     */
    public GroupFigures outstanding(long tierId) {
        access.require(tierId, Action.SEE_OUTSTANDING);
        return figures(tierId, OUTSTANDING, Visibility.of(callers.current(), Action.SEE_OUTSTANDING));
    }

    private GroupFigures figures(long tierId, String figure, Visibility visibility) {
        var sql = BELOW.formatted(visibility.predicate("t"), figure);
        var amounts = new ArrayList<Sum>();
        return db.call(handle -> visibility
                .bind(handle.createQuery(sql))
                .bind("tier", tierId)
                .map((row, context) -> {
                    if (row.getString("currency") != null) {
                        amounts.add(new Sum(row.getString("currency"), row.getBigDecimal("amount")));
                    }
                    return new GroupFigures(
                            amounts, row.getLong("tiers"), row.getLong("with_figure"), row.getLong("hidden"));
                })
                .list()
                .get(0));
    }
}
