package fr.tiers.receivable;

import java.math.BigDecimal;

/**
 * One line of an invoice.
 *
 * @param amount total of the line, taxes included; negative for a discount
 * @param openAmount what is not paid yet
 */
public record InvoiceLineView(
        long id, int lineNumber, String label, BigDecimal quantity, BigDecimal amount, BigDecimal openAmount) {}
