package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns what is asked into amounts per line, or refuses. Works on invoices that are locked, so what it finds open is open: of two payments
 * of the same line the second one sees what the first has left.
 */
final class Allocations {

    private final Map<Long, OpenInvoice> invoices;
    private final Map<Long, BigDecimal> byLine = new LinkedHashMap<>();
    private final List<Violation> unknown = new ArrayList<>();
    private final List<Violation> duplicates = new ArrayList<>();
    private final List<Violation> exceeding = new ArrayList<>();

    private Allocations(List<OpenInvoice> locked) {
        invoices = new TreeMap<>();
        locked.forEach(invoice -> invoices.put(invoice.id(), invoice));
    }

    /**
     * @param locked the tier's invoices that the payment names, under lock
     * @return amount by line id
     * @throws BusinessException INVALID for a line or invoice that is not among the locked; REFUSED {@code payment-credit-note},
     *     {@code payment-exceeds-open}
     */
    static Map<Long, BigDecimal> plan(List<PaymentCommand.Allocation> asked, List<OpenInvoice> locked) {
        var plan = new Allocations(locked);
        plan.refuseCreditNotes();
        for (var i = 0; i < asked.size(); i++) {
            plan.add("allocations[" + i + "]", asked.get(i));
        }
        plan.refuse();
        plan.checkInvoices();
        return plan.byLine;
    }

    /** Paying with a credit note is a settlement between two documents; the ERP does it. */
    private void refuseCreditNotes() {
        for (var invoice : invoices.values()) {
            if (invoice.creditNote()) {
                throw new BusinessException(Kind.REFUSED, "payment-credit-note", invoice.number());
            }
        }
    }

    private void add(String field, PaymentCommand.Allocation asked) {
        if (asked.invoiceLine() == null) {
            addInvoice(field, asked);
        } else {
            addLine(field, asked);
        }
    }

    private void addLine(String field, PaymentCommand.Allocation asked) {
        for (var invoice : invoices.values()) {
            var line = invoice.line(asked.invoiceLine());
            if (line.isPresent()) {
                if (!fits(asked.amount(), line.get().open())) {
                    exceeding.add(new Violation(
                            field + ".amount",
                            "exceeds-open",
                            invoice.number(),
                            line.get().lineNumber(),
                            line.get().open()));
                }
                put(field + ".invoiceLine", line.get().id(), asked.amount());
                return;
            }
        }
        unknown.add(new Violation(field + ".invoiceLine", "unknown-reference", asked.invoiceLine()));
    }

    private void addInvoice(String field, PaymentCommand.Allocation asked) {
        var invoice = invoices.get(asked.invoice());
        if (invoice == null) {
            unknown.add(new Violation(field + ".invoice", "unknown-reference", asked.invoice()));
            return;
        }
        var open = invoice.open();
        var amount = asked.amount() == null ? open : asked.amount();
        if (amount.signum() <= 0 || amount.compareTo(open) > 0) {
            exceeding.add(new Violation(field + ".amount", "exceeds-open-invoice", invoice.number(), open));
            return;
        }
        var shares =
                Spread.over(amount, invoice.lines().stream().map(OpenLine::open).toList());
        for (var i = 0; i < shares.size(); i++) {
            if (shares.get(i).signum() != 0) {
                put(field + ".invoice", invoice.lines().get(i).id(), shares.get(i));
            }
        }
    }

    private void put(String field, long line, BigDecimal amount) {
        // The same line alone and as part of its invoice: which of the two was meant?
        if (byLine.putIfAbsent(line, amount) != null) {
            duplicates.add(new Violation(field, "duplicate"));
        }
    }

    private static boolean fits(BigDecimal amount, BigDecimal open) {
        return amount.signum() == open.signum() && amount.abs().compareTo(open.abs()) <= 0;
    }

    private void refuse() {
        if (!unknown.isEmpty()) {
            throw BusinessException.invalid(unknown);
        }
        if (!exceeding.isEmpty()) {
            throw new BusinessException(Kind.REFUSED, "payment-exceeds-open", exceeding);
        }
        if (!duplicates.isEmpty()) {
            throw BusinessException.invalid(duplicates);
        }
    }

    /** Lines that fit one by one may still exceed the invoice, when a discount on another line is left out. */
    private void checkInvoices() {
        for (var invoice : invoices.values()) {
            var paid = invoice.lines().stream()
                    .map(line -> byLine.getOrDefault(line.id(), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!invoice.accepts(paid)) {
                exceeding.add(new Violation("allocations", "exceeds-open-invoice", invoice.number(), invoice.open()));
            }
        }
        refuse();
    }
}
