package fr.tiers.receivable;

import java.math.BigDecimal;

/** A line of a locked invoice. */
record OpenLine(long id, int lineNumber, BigDecimal amount, BigDecimal paid) {

    BigDecimal open() {
        return amount.subtract(paid);
    }
}
