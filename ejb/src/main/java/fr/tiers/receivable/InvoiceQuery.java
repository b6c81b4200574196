package fr.tiers.receivable;

import fr.tiers.access.Action;
import fr.tiers.access.Callers;
import fr.tiers.access.TierAccess;
import fr.tiers.access.Visibility;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads invoices of the tiers the caller may see. */
@Stateless
@PermitAll
public class InvoiceQuery {

    private final Db db;
    private final Callers callers;
    private final TierAccess tiers;

    protected InvoiceQuery() {
        this(null, null, null);
    }

    @Inject
    public InvoiceQuery(Db db, Callers callers, TierAccess tiers) {
        this.db = db;
        this.callers = callers;
        this.tiers = tiers;
    }

    /** @throws BusinessException NOT_FOUND also when its tier is not the caller's to see */
    public InvoiceView read(long id) {
        tiers.require(Action.SEE_OUTSTANDING);
        var visibility = Visibility.of(callers.current(), Action.SEE_OUTSTANDING);
        return db
                .call(handle -> InvoiceRows.read(
                        handle,
                        visibility
                                .bind(handle.createQuery(
                                        InvoiceRows.SELECT + " where i.id = :id and " + visibility.predicate("t")))
                                .bind("id", id)))
                .stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("invoice", id));
    }

    /**
     * @param after the {@link Slice#next} of the page before, null for the first
     * @return newest first
     * @throws BusinessException NOT_FOUND for a tier that is not the caller's to see
     */
    public Slice<InvoiceView> search(InvoiceFilter filter, String after, int limit) {
        tiers.require(Action.SEE_OUTSTANDING);
        if (filter.tier() != null) {
            tiers.require(filter.tier(), Action.SEE_OUTSTANDING);
        }
        var cursor = DateIdCursor.parse(after);
        var where = new Conditions(filter, Visibility.of(callers.current(), Action.SEE_OUTSTANDING));
        var rows = db.call(handle -> InvoiceRows.read(
                handle,
                where.bind(handle.createQuery(InvoiceRows.SELECT + where.sql()
                                + " and (i.date, i.id) < (:date, :id) order by i.date desc, i.id desc limit :limit"))
                        .bind("date", cursor.date())
                        .bind("id", cursor.id())
                        .bind("limit", limit + 1)));
        var page = List.copyOf(rows.size() > limit ? rows.subList(0, limit) : rows);
        var last = rows.size() > limit ? page.get(limit - 1) : null;
        var total = count(where);
        return new Slice<>(
                page,
                last == null ? null : new DateIdCursor(last.date(), last.id()).toString(),
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    private long count(Conditions where) {
        return db.call(handle -> where.bind(handle.createQuery(
                        "select count(*) from (select 1 from invoice i join tier t on t.id = i.tier_id" + where.sql()
                                + " limit " + (Slice.COUNT_CAP + 1) + ") c"))
                .mapTo(Long.class)
                .one());
    }

    /** The part of the query that list and count share. */
    private record Conditions(InvoiceFilter filter, Visibility visibility) {

        String sql() {
            var open = filter.open() == null
                    ? ""
                    : " and i.paid_amount " + (filter.open() ? "<>" : "=") + " i.total_amount";
            return " where " + visibility.predicate("t") + (filter.tier() == null ? "" : " and i.tier_id = :tier")
                    + (filter.from() == null ? "" : " and i.date >= :from")
                    + (filter.to() == null ? "" : " and i.date <= :to")
                    + open;
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            visibility.bind(statement);
            if (filter.tier() != null) {
                statement.bind("tier", filter.tier());
            }
            if (filter.from() != null) {
                statement.bind("from", filter.from());
            }
            if (filter.to() != null) {
                statement.bind("to", filter.to());
            }
            return statement;
        }
    }
}
