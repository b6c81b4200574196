package fr.tiers.relation;

import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.relation.GroupFigures.Sum;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;

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
                from below b join tier t on t.id = b.id left join lateral (%s) f on true)
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
        return figures(tierId, TURNOVER);
    }

    /**
     * What the tiers owe: according to the ERP, else what is open on their invoices. For whoever may see receivables.
     *
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, ACCOUNTING, READER})
    public GroupFigures outstanding(long tierId) {
        return figures(tierId, OUTSTANDING);
    }

    private record Counts(long tiers, long withFigure, long hidden) {}

    private GroupFigures figures(long tierId, String figure) {
        access.requireVisible(tierId);
        var visibility = Visibility.of(callers.current());
        var with = BELOW.formatted(visibility.predicate("t"), figure);
        return db.call(handle -> {
            List<Sum> sums = bound(
                            visibility,
                            handle.createQuery(
                                    with
                                            + """
                                            select currency, sum(amount) as amount from figure where visible and amount is not null
                                            group by currency order by sum(amount) desc, currency
                                            """),
                            tierId)
                    .map((row, context) -> new Sum(row.getString("currency"), row.getBigDecimal("amount")))
                    .list();
            var counts = bound(
                            visibility,
                            handle.createQuery(
                                    with
                                            + """
                                            select count(distinct id) filter (where visible) as tiers,
                                                   count(distinct id) filter (where visible and amount is not null) as with_figure,
                                                   count(distinct id) filter (where not visible) as hidden
                                            from figure
                                            """),
                            tierId)
                    .map((row, context) ->
                            new Counts(row.getLong("tiers"), row.getLong("with_figure"), row.getLong("hidden")))
                    .one();
            return new GroupFigures(sums, counts.tiers(), counts.withFigure(), counts.hidden());
        });
    }

    private static Query bound(Visibility visibility, Query query, long tierId) {
        return visibility.bind(query).bind("tier", tierId);
    }
}
