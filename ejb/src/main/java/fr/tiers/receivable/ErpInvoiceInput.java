package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The shape of an invoice from the ERP. */
final class ErpInvoiceInput {

    private static final Set<String> TYPES = Set.of("INVOICE", "CREDIT_NOTE");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_LABEL = 500;
    private static final int MOST_LINES = 5_000;

    private ErpInvoiceInput() {}

    /** @throws BusinessException INVALID with everything that is wrong */
    static void check(String externalId, ErpInvoice invoice) {
        var check = new InputCheck();
        check.requiredText("externalId", externalId, LONGEST_ID);
        check.requiredText("tierCode", invoice.tierCode(), LONGEST_ID);
        check.requiredText("number", invoice.number(), LONGEST_ID);
        if (check.required("type", invoice.type()) && !TYPES.contains(invoice.type())) {
            check.violation("type", "unknown-value", invoice.type());
        }
        if (check.required("date", invoice.date())) {
            checkDate("date", invoice.date(), check);
        }
        if (invoice.dueDate() != null) {
            checkDate("dueDate", invoice.dueDate(), check);
        }
        check.currency("currency", invoice.currency());
        check.text("company", invoice.company(), LONGEST_ID);
        checkLines(invoice, check);
        check.throwIfAny();
    }

    private static void checkDate(String field, LocalDate date, InputCheck check) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            check.violation(field, "out-of-range", EARLIEST, LATEST);
        }
    }

    private static void checkLines(ErpInvoice invoice, InputCheck check) {
        if (invoice.lines() == null || invoice.lines().isEmpty()) {
            check.violation("lines", "required");
            return;
        }
        if (invoice.lines().size() > MOST_LINES) {
            check.violation("lines", "too-many", MOST_LINES);
            return;
        }
        var numbers = new HashSet<Integer>();
        for (var i = 0; i < invoice.lines().size(); i++) {
            var field = "lines[" + i + "]";
            var line = invoice.lines().get(i);
            if (check.required(field, line)) {
                checkLine(field, line, check);
                if (line.lineNumber() != null && !numbers.add(line.lineNumber())) {
                    check.violation(field + ".lineNumber", "duplicate");
                }
            }
        }
    }

    private static void checkLine(String field, ErpInvoice.Line line, InputCheck check) {
        if (check.required(field + ".lineNumber", line.lineNumber()) && line.lineNumber() < 0) {
            check.violation(field + ".lineNumber", "negative");
        }
        check.requiredText(field + ".label", line.label(), LONGEST_LABEL);
        if (line.quantity() != null) {
            check.number(field + ".quantity", line.quantity(), 4);
        }
        check.number(field + ".amount", line.amount(), 2);
    }
}
