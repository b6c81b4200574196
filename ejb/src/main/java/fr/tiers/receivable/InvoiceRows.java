package fr.tiers.receivable;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Invoices with their lines: two queries however many there are. */
final class InvoiceRows {

    static final String SELECT =
            """
            select i.id, i.external_id, i.tier_id, t.code, t.name, c.code as company, i.number, i.type, i.date, i.due_date, i.currency,
                   i.total_amount, i.total_amount - i.paid_amount as open,
                   case when i.paid_amount = i.total_amount then 'PAID' when i.paid_amount = 0 then 'OPEN' else 'PARTLY_PAID' end as status
            from invoice i
            join tier t on t.id = i.tier_id
            left join company c on c.id = i.company_id
            """;

    private InvoiceRows() {}

    /** Without their lines. */
    static List<InvoiceView> heads(Query query) {
        return query.map((row, context) -> invoice(row)).list();
    }

    static List<InvoiceView> read(Handle handle, Query query) {
        var invoices = heads(query);
        var lines = lines(handle, invoices.stream().map(InvoiceView::id).toList());
        return invoices.stream()
                .map(invoice -> with(invoice, lines.getOrDefault(invoice.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<InvoiceLineView>> lines(Handle handle, List<Long> invoices) {
        return handle
                .createQuery(
                        """
                        select invoice_id, id, line_number, label, quantity, amount, amount - paid_amount as open
                        from invoice_line where invoice_id = any(:ids) order by invoice_id, line_number
                        """)
                .bindArray("ids", Long.class, invoices)
                .map((row, context) -> Map.entry(row.getLong("invoice_id"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static InvoiceView invoice(ResultSet row) throws SQLException {
        return new InvoiceView(
                row.getLong("id"),
                row.getString("external_id"),
                row.getLong("tier_id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("company"),
                row.getString("number"),
                row.getString("type"),
                date(row.getDate("date")),
                date(row.getDate("due_date")),
                row.getString("currency"),
                row.getBigDecimal("total_amount"),
                row.getBigDecimal("open"),
                row.getString("status"),
                List.of());
    }

    private static InvoiceLineView line(ResultSet row) throws SQLException {
        return new InvoiceLineView(
                row.getLong("id"),
                row.getInt("line_number"),
                row.getString("label"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("open"));
    }

    private static InvoiceView with(InvoiceView i, List<InvoiceLineView> lines) {
        return new InvoiceView(
                i.id(),
                i.externalId(),
                i.tier(),
                i.tierCode(),
                i.tierName(),
                i.company(),
                i.number(),
                i.type(),
                i.date(),
                i.dueDate(),
                i.currency(),
                i.totalAmount(),
                i.openAmount(),
                i.status(),
                lines);
    }

    private static LocalDate date(Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
