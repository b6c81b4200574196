package fr.tiers.crash;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Customers with open invoices, brought in the way an ERP does, and the check of their sums. */
final class Invoices {

    /** A line that somebody owes. */
    record Line(long tier, long id) {

        /** What a client sends to pay so much of it today. */
        String payment(BigDecimal amount, String reference) {
            return """
                    {"tier":%d,"method":"CARD","date":"%s","reference":"%s","allocations":[{"invoiceLine":%d,"amount":%s}]}"""
                    .formatted(tier, LocalDate.now(ZoneOffset.UTC), reference, id, amount.toPlainString());
        }
    }

    private final Rest rest;
    private int number;

    Invoices(Rest rest) {
        this.rest = rest;
    }

    /** A new customer with one invoice of so many lines, 100.00 each. */
    List<Line> customerOwing(int lines) throws IOException, InterruptedException {
        number++;
        var tier = rest.post("/tiers", "{\"name\":\"Client n° %d\",\"types\":[\"CUSTOMER\"]}".formatted(number))
                .expect(201);
        var items = IntStream.rangeClosed(1, lines)
                .mapToObj("{\"lineNumber\":%1$d,\"label\":\"Ligne %1$d\",\"quantity\":1,\"amount\":100.00}"::formatted)
                .collect(Collectors.joining(","));
        var invoice = rest.put(
                        "/erp/invoices/FA-" + tier.id(),
                        """
                        {"tierCode":"%s","number":"FA-%d","type":"INVOICE","date":"2026-11-02","currency":"EUR","lines":[%s]}"""
                                .formatted(tier.text("code"), tier.id(), items))
                .expect(201);
        var owed = new ArrayList<Line>();
        invoice.body()
                .path("lines")
                .forEach(line -> owed.add(new Line(tier.id(), line.path("id").asLong())));
        return owed;
    }

    /** Lines and invoices where payments, allocations and what is noted as paid do not agree. */
    static List<String> inconsistencies(Sql sql) throws SQLException {
        return sql.list(
                """
                select 'line ' || l.id from invoice_line l
                left join (select invoice_line_id, sum(amount) as paid from payment_allocation group by 1) a on a.invoice_line_id = l.id
                where l.paid_amount <> coalesce(a.paid, 0) or coalesce(a.paid, 0) > l.amount
                union all
                select 'invoice ' || i.id from invoice i
                join (select invoice_id, sum(paid_amount) as paid, sum(amount) as total from invoice_line group by 1) l on l.invoice_id = i.id
                where i.paid_amount <> l.paid or i.total_amount <> l.total
                union all
                select 'payment ' || p.id from payment p
                left join (select payment_id, sum(amount) as spread from payment_allocation group by 1) a on a.payment_id = p.id
                where p.amount <> coalesce(a.spread, 0)
                union all
                select 'mail ' || m.id from outbox_mail m
                where m.purpose = 'PAYMENT_RECORDED' and not exists (select 1 from payment p where p.id::text = m.reference)
                union all
                select 'payment without mail ' || p.id from payment p
                where not exists (select 1 from outbox_mail m where m.purpose = 'PAYMENT_RECORDED' and m.reference = p.id::text)
                """);
    }
}
