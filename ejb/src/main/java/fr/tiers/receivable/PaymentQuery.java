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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** Reads payments of the tiers the caller may see. */
@Stateless
@PermitAll
public class PaymentQuery {

    // The reference of the mail is the payment's id, see HeadOfficeMail.
    private static final String SELECT =
            """
            select p.id, p.tier_id, t.code, t.name, p.amount, p.currency, p.method, p.date, p.reference, p.collector, p.status,
                   p.status_reason, p.created_at, m.id as mail_id, m.status as mail_status, m.attempts, m.recipients, m.sent_at
            from payment p
            join tier t on t.id = p.tier_id
            left join outbox_mail m on m.purpose = 'PAYMENT_RECORDED' and m.reference = p.id::text
            """;

    private static final String ALLOCATIONS =
            """
            select a.payment_id, a.invoice_line_id, l.invoice_id, i.number, l.line_number, l.label, a.amount,
                   l.amount - l.paid_amount as open, i.total_amount - i.paid_amount as invoice_open
            from payment_allocation a
            join invoice_line l on l.id = a.invoice_line_id
            join invoice i on i.id = l.invoice_id
            where a.payment_id = any(:ids)
            order by i.date, i.id, l.line_number
            """;

    private final Db db;
    private final Callers callers;
    private final TierAccess tiers;

    protected PaymentQuery() {
        this(null, null, null);
    }

    @Inject
    public PaymentQuery(Db db, Callers callers, TierAccess tiers) {
        this.db = db;
        this.callers = callers;
        this.tiers = tiers;
    }

    /** @throws BusinessException NOT_FOUND also when its tier is not the caller's to see */
    public PaymentView read(long id) {
        tiers.require(Action.SEE_OUTSTANDING);
        var visibility = Visibility.of(callers.current(), Action.SEE_OUTSTANDING);
        var allocations = allocations(List.of(id));
        return db.call(handle -> visibility
                        .bind(handle.createQuery(SELECT + " where p.id = :id and " + visibility.predicate("t")))
                        .bind("id", id)
                        .map((row, context) -> view(row, allocations))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("payment", id));
    }

    /** The payments of one tier, see {@link #search}. */
    public Slice<PaymentView> ofTier(long tierId, String after, int limit) {
        return search(new PaymentFilter(tierId, null, null, null), after, limit);
    }

    /**
     * @param after the {@link Slice#next} of the page before, null for the first
     * @return newest first
     * @throws BusinessException INVALID for an unknown status; NOT_FOUND for a tier that is not the caller's to see
     */
    public Slice<PaymentView> search(PaymentFilter filter, String after, int limit) {
        tiers.require(Action.SEE_OUTSTANDING);
        if (filter.status() != null && !PaymentStatus.isKnown(filter.status())) {
            throw BusinessException.invalid("status", "unknown", filter.status());
        }
        if (filter.tier() != null) {
            tiers.require(filter.tier(), Action.SEE_OUTSTANDING);
        }
        var cursor = DateIdCursor.parse(after);
        var where = new Conditions(filter, Visibility.of(callers.current(), Action.SEE_OUTSTANDING));
        var ids = db.call(handle -> where.bind(handle.createQuery("select p.id" + where.sql()
                        + " and (p.date, p.id) < (:date, :id) order by p.date desc, p.id desc limit :limit"))
                .bind("date", cursor.date())
                .bind("id", cursor.id())
                .bind("limit", limit + 1)
                .mapTo(Long.class)
                .list());
        var page = views(ids.size() > limit ? ids.subList(0, limit) : ids);
        var last = ids.size() > limit ? page.get(limit - 1) : null;
        var total = count(where);
        return new Slice<>(
                page,
                last == null ? null : new DateIdCursor(last.date(), last.id()).toString(),
                Math.min(total, Slice.COUNT_CAP),
                total <= Slice.COUNT_CAP);
    }

    /** The part of the query that list and count share. */
    private record Conditions(PaymentFilter filter, Visibility visibility) {

        String sql() {
            return " from payment p join tier t on t.id = p.tier_id where " + visibility.predicate("t")
                    + (filter.tier() == null ? "" : " and p.tier_id = :tier")
                    + (filter.status() == null ? "" : " and p.status = :status")
                    + (filter.from() == null ? "" : " and p.date >= :from")
                    + (filter.to() == null ? "" : " and p.date <= :to");
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            visibility.bind(statement);
            if (filter.tier() != null) {
                statement.bind("tier", filter.tier());
            }
            if (filter.status() != null) {
                statement.bind("status", filter.status());
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

    private List<PaymentView> views(List<Long> ids) {
        var allocations = allocations(ids);
        return db.call(handle -> handle.createQuery(SELECT + " where p.id = any(:ids) order by p.date desc, p.id desc")
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> view(row, allocations))
                .list());
    }

    private long count(Conditions where) {
        return db.call(handle -> where.bind(handle.createQuery(
                        "select count(*) from (select 1" + where.sql() + " limit " + (Slice.COUNT_CAP + 1) + ") c"))
                .mapTo(Long.class)
                .one());
    }

    private Map<Long, List<AllocationView>> allocations(Collection<Long> payments) {
        return db.call(handle -> handle
                .createQuery(ALLOCATIONS)
                .bindArray("ids", Long.class, payments)
                .map((row, context) -> Map.entry(row.getLong("payment_id"), allocation(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static AllocationView allocation(ResultSet row) throws SQLException {
        return new AllocationView(
                row.getLong("invoice_line_id"),
                row.getLong("invoice_id"),
                row.getString("number"),
                row.getInt("line_number"),
                row.getString("label"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("open"),
                row.getBigDecimal("invoice_open"));
    }

    private static PaymentView view(ResultSet row, Map<Long, List<AllocationView>> allocations) throws SQLException {
        return new PaymentView(
                row.getLong("id"),
                row.getLong("tier_id"),
                row.getString("code"),
                row.getString("name"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("method"),
                row.getDate("date").toLocalDate(),
                row.getString("reference"),
                row.getString("collector"),
                row.getString("status"),
                row.getString("status_reason"),
                row.getTimestamp("created_at").toInstant(),
                allocations.getOrDefault(row.getLong("id"), List.of()),
                mail(row));
    }

    private static PaymentMailState mail(ResultSet row) throws SQLException {
        var sentAt = row.getTimestamp("sent_at");
        return row.getString("mail_status") == null
                ? null
                : new PaymentMailState(
                        row.getLong("mail_id"),
                        row.getString("mail_status"),
                        row.getInt("attempts"),
                        List.of((String[]) row.getArray("recipients").getArray()),
                        sentAt == null ? null : sentAt.toInstant());
    }
}
