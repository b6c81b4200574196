package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import java.time.LocalDate;
import java.util.HashSet;

/** What can be said about a payment before looking at any invoice. */
final class PaymentInput {

    /** Older money is a matter for the accounts, not for the person who holds the cheque; a year typed wrongly is far likelier. */
    private static final int OLDEST_YEARS = 5;

    private static final int MOST_ALLOCATIONS = 500;
    private static final int LONGEST_REFERENCE = 100;

    private PaymentInput() {}

    /** @throws BusinessException INVALID with everything that is wrong */
    static void check(PaymentCommand command, LocalDate today) {
        var check = new InputCheck();
        check.required("tier", command.tier());
        if (check.required("method", command.method()) && !PaymentMethod.isKnown(command.method())) {
            check.violation("method", "unknown-value", command.method());
        }
        checkDate(command.date(), today, check);
        check.text("reference", command.reference(), LONGEST_REFERENCE);
        check.currency("currency", command.currency());
        if (command.amount() != null
                && check.number("amount", command.amount(), 2)
                && command.amount().signum() <= 0) {
            check.violation("amount", "positive");
        }
        checkAllocations(command, check);
        check.throwIfAny();
    }

    private static void checkDate(LocalDate date, LocalDate today, InputCheck check) {
        if (!check.required("date", date)) {
            return;
        }
        if (date.isAfter(today)) {
            check.violation("date", "in-future");
        } else if (date.isBefore(today.minusYears(OLDEST_YEARS))) {
            check.violation("date", "too-old", OLDEST_YEARS);
        }
    }

    private static void checkAllocations(PaymentCommand command, InputCheck check) {
        var allocations = command.allocations();
        if (allocations == null || allocations.isEmpty()) {
            check.violation("allocations", "required");
            return;
        }
        if (allocations.size() > MOST_ALLOCATIONS) {
            check.violation("allocations", "too-many", MOST_ALLOCATIONS);
            return;
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < allocations.size(); i++) {
            checkAllocation("allocations[" + i + "]", allocations.get(i), seen, check);
        }
    }

    private static void checkAllocation(
            String field, PaymentCommand.Allocation allocation, HashSet<String> seen, InputCheck check) {
        if (allocation == null || (allocation.invoiceLine() == null) == (allocation.invoice() == null)) {
            check.violation(field, "line-or-invoice");
            return;
        }
        var whole = allocation.invoiceLine() == null;
        var target = whole ? "invoice " + allocation.invoice() : "line " + allocation.invoiceLine();
        if (!seen.add(target)) {
            check.violation(field + (whole ? ".invoice" : ".invoiceLine"), "duplicate");
        }
        if (whole && allocation.amount() == null) {
            return;
        }
        if (check.number(field + ".amount", allocation.amount(), 2)) {
            var sign = allocation.amount().signum();
            if (sign == 0 || whole && sign < 0) {
                check.violation(field + ".amount", "positive");
            }
        }
    }
}
