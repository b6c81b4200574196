package fr.tiers.receivable;

import fr.tiers.kernel.Db;
import fr.tiers.tier.MergedTiers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of taking over invoices from the ERP. */
@Dependent
class InvoiceStore {

    private final Db db;

    @Inject
    InvoiceStore(Db db) {
        this.db = db;
    }

    /** The head of an invoice, as stored or as it shall be. */
    record Head(
            long tierId,
            Long companyId,
            String number,
            String type,
            LocalDate date,
            LocalDate dueDate,
            String currency,
            BigDecimal total) {

        boolean sameAs(Head other) {
            return asMap().equals(other.asMap());
        }

        /** For the change log; amounts as plain text, so that 10 and 10.00 are the same. */
        Map<String, Object> asMap() {
            var map = new LinkedHashMap<String, Object>();
            map.put("tier", tierId);
            map.put("company", companyId);
            map.put("number", number);
            map.put("type", type);
            map.put("date", date);
            map.put("dueDate", dueDate);
            map.put("currency", currency);
            map.put("totalAmount", total.setScale(2).toPlainString());
            return map;
        }
    }

    /** A stored invoice under lock. */
    record Stored(long id, Head head, BigDecimal paid, List<LineChanges.Stored> lines) {

        boolean isPaidOn() {
            return lines.stream().anyMatch(LineChanges.Stored::allocated);
        }
    }

    Optional<Long> tier(String code) {
        return db.call(handle -> handle.createQuery(MergedTiers.BY_CODE)
                .bind("code", code)
                .mapTo(Long.class)
                .findOne());
    }

    Optional<Long> company(String code) {
        return db.call(handle -> handle.createQuery("select id from company where code = :code")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne());
    }

    /** The tier's first company, else the first of all; null when there is none. */
    Long defaultCompany(long tierId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select coalesce((select min(company_id) from tier_company where tier_id = :tier), (select min(id) from company))
                        """)
                .bind("tier", tierId)
                .map((row, context) -> row.getObject(1, Long.class))
                .one());
    }

    /** @return the new id, or empty when the invoice exists: another call with the same id that is under way is waited for */
    Optional<Long> insert(String externalId, Head head, Instant now) {
        return db.call(handle -> handle.createQuery(
                        """
                        insert into invoice (id, external_id, tier_id, company_id, number, type, date, due_date, currency, total_amount,
                                             updated_at)
                        values (nextval('receivable_seq'), :externalId, :tier, :company, :number, :type, :date, :dueDate, :currency,
                                :total, :now)
                        on conflict (external_id) do nothing
                        returning id
                        """)
                .bind("externalId", externalId)
                .bindMap(parameters(head))
                .bind("now", now)
                .mapTo(Long.class)
                .findOne());
    }

    private static Map<String, Object> parameters(Head head) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("tier", head.tierId());
        parameters.put("company", head.companyId());
        parameters.put("number", head.number());
        parameters.put("type", head.type());
        parameters.put("date", head.date());
        parameters.put("dueDate", head.dueDate());
        parameters.put("currency", head.currency());
        parameters.put("total", head.total());
        return parameters;
    }

    Stored lock(String externalId) {
        return db.call(handle -> handle.createQuery(
                        """
                        select id, tier_id, company_id, number, type, date, due_date, currency, total_amount, paid_amount
                        from invoice where external_id = :externalId for update
                        """)
                .bind("externalId", externalId)
                .map((row, context) -> new Stored(
                        row.getLong("id"),
                        new Head(
                                row.getLong("tier_id"),
                                row.getObject("company_id", Long.class),
                                row.getString("number"),
                                row.getString("type"),
                                date(row.getDate("date")),
                                date(row.getDate("due_date")),
                                row.getString("currency"),
                                row.getBigDecimal("total_amount")),
                        row.getBigDecimal("paid_amount"),
                        lines(handle, row.getLong("id"))))
                .one());
    }

    private static LocalDate date(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static List<LineChanges.Stored> lines(Handle handle, long invoice) {
        return handle.createQuery(
                        """
                        select id, line_number, label, quantity, amount, paid_amount,
                               exists (select 1 from payment_allocation a where a.invoice_line_id = l.id) as allocated
                        from invoice_line l where invoice_id = :invoice order by line_number
                        """)
                .bind("invoice", invoice)
                .map((row, context) -> new LineChanges.Stored(
                        row.getLong("id"),
                        row.getInt("line_number"),
                        row.getString("label"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("paid_amount"),
                        row.getBoolean("allocated")))
                .list();
    }

    void update(long id, Head head, Instant now) {
        db.run(handle -> handle.createUpdate(
                        """
                        update invoice set tier_id = :tier, company_id = :company, number = :number, type = :type, date = :date,
                               due_date = :dueDate, currency = :currency, total_amount = :total, version = version + 1, updated_at = :now
                        where id = :id
                        """)
                .bind("id", id)
                .bindMap(parameters(head))
                .bind("now", now)
                .execute());
    }

    void apply(long invoice, LineChanges changes) {
        db.run(handle -> {
            handle.createUpdate("delete from invoice_line where id = any(:ids)")
                    .bindArray("ids", Long.class, changes.removed())
                    .execute();
            changeLines(handle, changes.changed());
            addLines(handle, invoice, changes.added());
        });
    }

    private static void changeLines(Handle handle, Map<Long, ErpInvoice.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "update invoice_line set label = :label, quantity = :quantity, amount = :amount where id = :id");
        lines.forEach((id, line) -> batch.bind("id", id)
                .bind("label", line.label())
                .bind("quantity", LineChanges.quantityOf(line))
                .bind("amount", line.amount())
                .add());
        batch.execute();
    }

    private static void addLines(Handle handle, long invoice, List<ErpInvoice.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                """
                insert into invoice_line (id, invoice_id, line_number, label, quantity, amount)
                values (nextval('receivable_seq'), :invoice, :number, :label, :quantity, :amount)
                """);
        for (var line : lines) {
            batch.bind("invoice", invoice)
                    .bind("number", Objects.requireNonNull(line.lineNumber(), "lineNumber"))
                    .bind("label", line.label())
                    .bind("quantity", LineChanges.quantityOf(line))
                    .bind("amount", line.amount())
                    .add();
        }
        batch.execute();
    }
}
