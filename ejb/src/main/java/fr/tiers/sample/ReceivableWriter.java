package fr.tiers.sample;

import fr.tiers.kernel.ClockProducer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes invoices, the payments that settle them, and what each customer owes: amounts agree with each other to the cent. */
final class ReceivableWriter {

    private final Handle handle;
    private final LocalDate today;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Rows invoices;
    private final Rows lines;
    private final Rows payments;
    private final Rows allocations;
    private long invoiceId;
    private long lineId;
    private long paymentId;
    private long allocationId;

    private record Billed(PlacedTier tier, SampleInvoice invoice) {}

    ReceivableWriter(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
        invoices = new Rows(
                handle,
                "invoice",
                "id, external_id, tier_id, company_id, number, type, date, due_date, total_amount, paid_amount, updated_at");
        lines = new Rows(handle, "invoice_line", "id, invoice_id, line_number, label, quantity, amount, paid_amount");
        payments = new Rows(
                handle,
                "payment",
                "id, tier_id, company_id, amount, method, date, reference, collector, status, created_at");
        allocations = new Rows(handle, "payment_allocation", "id, payment_id, invoice_line_id, amount");
    }

    void write(List<PlacedTier> tiers, SampleInvoices source) {
        var open = new HashMap<Long, Long>();
        // by date, as numbers of invoices must follow it
        tiers.stream()
                .flatMap(tier -> source.of(tier.tier()).stream().map(invoice -> new Billed(tier, invoice)))
                .sorted(Comparator.comparingInt(
                                (Billed billed) -> billed.invoice().daysAgo())
                        .reversed()
                        .thenComparing(billed -> billed.tier().id()))
                .forEach(billed -> {
                    add(billed.tier(), billed.invoice());
                    open.merge(
                            billed.tier().id(),
                            billed.invoice().total() - billed.invoice().paid(),
                            Long::sum);
                });
        invoices.write();
        lines.write();
        payments.write();
        allocations.write();
        writeOutstanding(tiers, open);
        handle.execute("select setval('receivable_seq', ?)", lineId + 1);
    }

    private void add(PlacedTier tier, SampleInvoice invoice) {
        var date = today.minusDays(invoice.daysAgo());
        var prefix = (invoice.credit() ? "AV" : "FA") + date.getYear();
        var number = String.format(Locale.ROOT, "%s-%06d", prefix, numbers.merge(prefix, 1, Integer::sum));
        invoices.add(
                ++invoiceId,
                number,
                tier.id(),
                DemoStructure.COMPANY_ID,
                number,
                invoice.credit() ? "CREDIT_NOTE" : "INVOICE",
                date,
                today.minusDays(invoice.dueDaysAgo()),
                euros(invoice.total()),
                euros(invoice.paid()),
                morning(date));
        if (invoice.paid() != 0) {
            addPayment(tier, invoice);
        }
        int lineNumber = 0;
        for (var line : invoice.lines()) {
            lines.add(
                    ++lineId,
                    invoiceId,
                    ++lineNumber,
                    line.label(),
                    BigDecimal.valueOf(line.quantity()),
                    euros(line.amount()),
                    euros(line.paid()));
            if (line.paid() != 0) {
                allocations.add(++allocationId, paymentId, lineId, euros(line.paid()));
            }
        }
    }

    private void addPayment(PlacedTier tier, SampleInvoice invoice) {
        var date = today.minusDays(invoice.paidDaysAgo());
        boolean byHand = List.of("CHEQUE", "CARD").contains(invoice.method());
        payments.add(
                ++paymentId,
                tier.id(),
                DemoStructure.COMPANY_ID,
                euros(invoice.paid()),
                invoice.method(),
                date,
                "%s-%06d".formatted(reference(invoice.method()), paymentId),
                // cheques and cards are taken on site, money transferred arrives at the accounts
                byHand && tier.owner() != null ? tier.owner() : "accounting",
                "INTEGRATED",
                morning(date));
    }

    private static String reference(String method) {
        return switch (method) {
            case "CHEQUE" -> "CHQ";
            case "CARD" -> "CB";
            case "DIRECT_DEBIT" -> "PRLV";
            default -> "VIR";
        };
    }

    private void writeOutstanding(List<PlacedTier> tiers, Map<Long, Long> open) {
        var rows = new Rows(handle, "outstanding", "tier_id, amount, credit_limit, accounting_blocked, as_of");
        for (var one : tiers) {
            if (open.containsKey(one.id())) {
                var draw = Draw.of("limit", one.id());
                long limit =
                        List.of(2_000, 5_000, 8_000, 15_000, 30_000, 50_000).get(draw.below(6));
                rows.add(
                        one.id(),
                        euros(open.get(one.id())),
                        draw.chance(80) ? BigDecimal.valueOf(limit) : null,
                        one.tier().blockedReason() != null,
                        morning(today));
            }
        }
        rows.write();
    }

    private static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay(ClockProducer.ZONE).toInstant();
    }
}
