package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import java.util.HashSet;
import java.util.Set;

/** The shape of an invoice from the ERP. */
final class ErpInvoiceInput {

    private static final Set<String> TYPES = Set.of("INVOICE", "CREDIT_NOTE");
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
            check.violation("type", "unknown", invoice.type());
        }
        if (check.required("date", invoice.date())) {
            checkYear("date", invoice.date().getYear(), check);
        }
        if (invoice.dueDate() != null) {
            checkYear("dueDate", invoice.dueDate().getYear(), check);
        }
        check.currency("currency", invoice.currency());
        check.text("company", invoice.company(), LONGEST_ID);
        checkLines(invoice, check);
        check.throwIfAny();
    }

    private static void checkYear(String field, int year, InputCheck check) {
        if (year < 1990 || year > 2200) {
            check.violation(field, "out-of-range");
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
            check.violation(field + ".lineNumber", "positive");
        }
        check.requiredText(field + ".label", line.label(), LONGEST_LABEL);
        if (line.quantity() != null) {
            check.number(field + ".quantity", line.quantity(), 4);
        }
        check.number(field + ".amount", line.amount(), 2);
    }
}
