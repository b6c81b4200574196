package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must happen to the lines of an invoice to become those the ERP sends. What is paid stays paid: a line with a payment is neither
 * removed nor lowered below it, since the payment's allocation would then hang in the air.
 */
record LineChanges(List<ErpInvoice.Line> added, Map<Long, ErpInvoice.Line> changed, List<Long> removed) {

    /** A line as stored; {@code allocated} when a payment refers to it. */
    record Stored(
            long id,
            int lineNumber,
            String label,
            BigDecimal quantity,
            BigDecimal amount,
            BigDecimal paid,
            boolean allocated) {

        private boolean differsFrom(ErpInvoice.Line line) {
            return !label.equals(line.label())
                    || quantity.compareTo(quantityOf(line)) != 0
                    || amount.compareTo(line.amount()) != 0;
        }

        private boolean covers(BigDecimal newAmount) {
            return paid.signum() == 0
                    || paid.signum() == newAmount.signum() && paid.abs().compareTo(newAmount.abs()) <= 0;
        }
    }

    static BigDecimal quantityOf(ErpInvoice.Line line) {
        return line.quantity() == null ? BigDecimal.ONE : line.quantity();
    }

    /** @throws BusinessException CONFLICT {@code invoice-line-paid} naming each line that is paid */
    static LineChanges between(List<Stored> stored, List<ErpInvoice.Line> sent) {
        var byNumber = stored.stream()
                .collect(Collectors.toMap(Stored::lineNumber, Function.identity(), (a, b) -> a, TreeMap::new));
        var changes = new LineChanges(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < sent.size(); i++) {
            var line = sent.get(i);
            var known = byNumber.remove(line.lineNumber());
            if (known == null) {
                changes.added().add(line);
            } else if (known.differsFrom(line)) {
                if (!known.covers(line.amount())) {
                    violations.add(
                            new Violation("lines[" + i + "].amount", "below-paid", line.lineNumber(), known.paid()));
                }
                changes.changed().put(known.id(), line);
            }
        }
        for (var missing : byNumber.values()) {
            if (missing.allocated()) {
                violations.add(new Violation("lines", "paid-line-missing", missing.lineNumber(), missing.paid()));
            }
            changes.removed().add(missing.id());
        }
        if (!violations.isEmpty()) {
            throw new BusinessException(Kind.CONFLICT, "invoice-line-paid", violations);
        }
        return changes;
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
