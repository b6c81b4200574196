package fr.tiers.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a customer has been billed over the past 16 months: most of it paid, some partly, some overdue. */
final class SampleInvoices {

    private static final int PAST_DAYS = 480;
    private static final List<String> METHODS = List.of(
            "TRANSFER",
            "TRANSFER",
            "TRANSFER",
            "TRANSFER",
            "TRANSFER",
            "CHEQUE",
            "DIRECT_DEBIT",
            "DIRECT_DEBIT",
            "CARD");

    private final List<Product> products;

    SampleInvoices(List<Product> products) {
        this.products = products;
    }

    /** @return oldest first; empty for whoever has not bought yet */
    List<SampleInvoice> of(SampleTier tier) {
        var draw = Draw.of("invoice", tier.index());
        if (!tier.isCustomer() || !draw.chance(85)) {
            return List.of();
        }
        var invoices = new ArrayList<SampleInvoice>();
        int number = draw.between(1, 6);
        for (int i = 0; i < number; i++) {
            var invoice = invoice(tier, draw);
            invoices.add(invoice);
            if (draw.chance(7)) {
                invoices.add(creditNote(invoice, draw));
            }
        }
        invoices.sort(Comparator.comparingInt(SampleInvoice::daysAgo).reversed());
        return invoices;
    }

    private SampleInvoice invoice(SampleTier tier, Draw draw) {
        int daysAgo = draw.between(1, PAST_DAYS);
        int dueDaysAgo = daysAgo - ("Comptant".equals(tier.paymentTerms()) ? 0 : draw.chance(50) ? 30 : 45);
        var lines = new ArrayList<SampleInvoice.Line>();
        int number = draw.between(1, 5);
        for (int i = 0; i < number; i++) {
            var product = draw.pick(products);
            int quantity = draw.between(1, product.largestQuantity());
            lines.add(new SampleInvoice.Line(product.label(), quantity, withTax(product.price() * quantity), 0));
        }
        long total = lines.stream().mapToLong(SampleInvoice.Line::amount).sum();
        // customers pay between the tenth day and three weeks late; what that day lies ahead of is still open
        int paidDaysAgo = Math.max(dueDaysAgo - draw.between(-20, 21), 0);
        boolean troubled = tier.blockedReason() != null;
        long paid = paid(draw, total, dueDaysAgo, troubled);
        return new SampleInvoice(
                false,
                daysAgo,
                dueDaysAgo,
                settled(lines, paid),
                paid,
                Math.min(paidDaysAgo, daysAgo),
                draw.pick(METHODS));
    }

    private static long paid(Draw draw, long total, int dueDaysAgo, boolean troubled) {
        int share = draw.below(100);
        if (dueDaysAgo < 0) {
            return share < 12 ? total : 0;
        }
        int onTime = troubled ? 30 : dueDaysAgo > 60 ? 93 : 72;
        if (share < onTime) {
            return total;
        }
        return share < onTime + 4 ? total * draw.between(3, 7) / 10 : 0;
    }

    /** Pays the lines from the top until the money is used up. */
    private static List<SampleInvoice.Line> settled(List<SampleInvoice.Line> lines, long paid) {
        var settled = new ArrayList<SampleInvoice.Line>();
        long left = paid;
        for (var line : lines) {
            long part = Math.min(left, line.amount());
            settled.add(new SampleInvoice.Line(line.label(), line.quantity(), line.amount(), part));
            left -= part;
        }
        return settled;
    }

    /** Takes back a part of an invoice's smallest line, damaged or too much; stays open until the customer sets it off against something. */
    private static SampleInvoice creditNote(SampleInvoice of, Draw draw) {
        var line = of.lines().stream()
                .min(Comparator.comparingLong(SampleInvoice.Line::amount))
                .orElseThrow();
        int returned = Math.max(line.quantity() / 4, 1);
        int daysAgo = Math.max(of.daysAgo() - draw.between(3, 25), 0);
        var back = new SampleInvoice.Line(
                "Avoir : " + line.label(), returned, -line.amount() / line.quantity() * returned, 0);
        return new SampleInvoice(true, daysAgo, daysAgo, List.of(back), 0, 0, null);
    }

    private static long withTax(long cents) {
        return Math.round(cents * 1.2);
    }
}
