package fr.tiers.receivable;

import fr.tiers.kernel.Db;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of recording a payment. */
@Dependent
class PaymentStore {

    private final Db db;

    @Inject
    PaymentStore(Db db) {
        this.db = db;
    }

    /** Who pays. */
    record Payer(boolean company, String country) {}

    /** A payment about to be written. */
    record NewPayment(
            long tierId,
            Long companyId,
            BigDecimal amount,
            String currency,
            PaymentCommand command,
            String collector,
            Instant at) {}

    Payer payer(long tierId) {
        return db.call(handle -> handle.createQuery("select kind, country from tier where id = :id")
                .bind("id", tierId)
                .map((row, context) -> new Payer(row.getString("kind").equals("COMPANY"), row.getString("country")))
                .one());
    }

    /**
     * Locks the tier's invoices that the allocations name, always in the order of their ids, so that two payments of the same invoices
     * wait for each other and never in a circle. The lines are read after the locks are held: they show what the winner has left.
     */
    List<OpenInvoice> lock(long tierId, List<PaymentCommand.Allocation> allocations) {
        var lines = ids(allocations.stream().map(PaymentCommand.Allocation::invoiceLine));
        var invoices = ids(allocations.stream().map(PaymentCommand.Allocation::invoice));
        invoices.addAll(invoicesOf(lines));
        var locked = db.call(handle -> handle.createQuery(
                        """
                        select id, company_id, number, type, currency from invoice
                        where id = any(:ids) and tier_id = :tier
                        order by id for update
                        """)
                .bindArray("ids", Long.class, invoices)
                .bind("tier", tierId)
                .map((row, context) -> invoice(row))
                .list());
        var open = lines(locked.stream().map(OpenInvoice::id).toList());
        return locked.stream()
                .map(i -> new OpenInvoice(
                        i.id(),
                        i.companyId(),
                        i.number(),
                        i.creditNote(),
                        i.currency(),
                        open.getOrDefault(i.id(), List.of())))
                .toList();
    }

    private static Set<Long> ids(Stream<Long> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> invoicesOf(Collection<Long> lines) {
        return db.call(handle -> handle.createQuery("select distinct invoice_id from invoice_line where id = any(:ids)")
                .bindArray("ids", Long.class, lines)
                .mapTo(Long.class)
                .list());
    }

    private Map<Long, List<OpenLine>> lines(List<Long> invoices) {
        return db.call(handle -> handle
                .createQuery(
                        """
                        select invoice_id, id, line_number, amount, paid_amount from invoice_line
                        where invoice_id = any(:ids) order by invoice_id, line_number
                        """)
                .bindArray("ids", Long.class, invoices)
                .map((row, context) -> Map.entry(
                        row.getLong("invoice_id"),
                        new OpenLine(
                                row.getLong("id"),
                                row.getInt("line_number"),
                                row.getBigDecimal("amount"),
                                row.getBigDecimal("paid_amount"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static OpenInvoice invoice(ResultSet row) throws SQLException {
        return new OpenInvoice(
                row.getLong("id"),
                row.getObject("company_id", Long.class),
                row.getString("number"),
                row.getString("type").equals("CREDIT_NOTE"),
                row.getString("currency"),
                List.of());
    }

    /** Cash received so far on these invoices. */
    BigDecimal cashOn(List<Long> invoices) {
        return db.call(handle -> handle.createQuery(
                        """
                        select coalesce(sum(a.amount), 0) from payment_allocation a
                        join invoice_line l on l.id = a.invoice_line_id
                        join payment p on p.id = a.payment_id
                        where l.invoice_id = any(:ids) and p.method = 'CASH' and p.status <> 'REVERSED'
                        """)
                .bindArray("ids", Long.class, invoices)
                .mapTo(BigDecimal.class)
                .one());
    }

    /** Writes the payment and what it pays, and takes it off the lines and invoices. */
    long write(NewPayment payment, Map<Long, BigDecimal> byLine) {
        var id = insert(payment);
        db.run(handle -> {
            var allocations = handle.prepareBatch(
                    """
                    insert into payment_allocation (id, payment_id, invoice_line_id, amount)
                    values (nextval('receivable_seq'), :payment, :line, :amount)
                    """);
            byLine.forEach((line, amount) -> allocations
                    .bind("payment", id)
                    .bind("line", line)
                    .bind("amount", amount)
                    .add());
            allocations.execute();
            handle.createUpdate(
                            """
                            update invoice_line l set paid_amount = l.paid_amount + a.amount
                            from payment_allocation a where a.payment_id = :payment and a.invoice_line_id = l.id
                            """)
                    .bind("payment", id)
                    .execute();
            handle.createUpdate(
                            """
                            update invoice i set paid_amount = i.paid_amount + p.amount, version = i.version + 1, updated_at = :now
                            from (select l.invoice_id, sum(a.amount) as amount
                                  from payment_allocation a join invoice_line l on l.id = a.invoice_line_id
                                  where a.payment_id = :payment group by l.invoice_id) p
                            where i.id = p.invoice_id
                            """)
                    .bind("payment", id)
                    .bind("now", payment.at())
                    .execute();
        });
        return id;
    }

    private long insert(NewPayment payment) {
        var command = payment.command();
        return db.call(handle -> handle.createQuery(
                        """
                        insert into payment (id, tier_id, company_id, amount, currency, method, date, reference, collector, created_at)
                        values (nextval('receivable_seq'), :tier, :company, :amount, :currency, :method, :date, :reference, :collector, :now)
                        returning id
                        """)
                .bind("tier", payment.tierId())
                .bind("company", payment.companyId())
                .bind("amount", payment.amount())
                .bind("currency", payment.currency())
                .bind("method", command.method())
                .bind("date", command.date())
                .bind("reference", command.reference())
                .bind("collector", payment.collector())
                .bind("now", payment.at())
                .mapTo(Long.class)
                .one());
    }

    /** What the tier owes in this currency: open invoices less open credit notes. */
    BigDecimal balance(long tierId, String currency) {
        return db.call(handle -> handle.createQuery(
                        """
                        select coalesce(sum(case type when 'CREDIT_NOTE' then -abs(total_amount - paid_amount)
                                                      else total_amount - paid_amount end), 0)
                        from invoice where tier_id = :tier and currency = :currency and paid_amount <> total_amount
                        """)
                .bind("tier", tierId)
                .bind("currency", currency)
                .mapTo(BigDecimal.class)
                .one());
    }
}
