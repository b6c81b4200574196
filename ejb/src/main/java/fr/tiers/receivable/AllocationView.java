package fr.tiers.receivable;

import java.math.BigDecimal;

/**
 * What a payment pays on one line.
 *
 * @param invoiceLine id of the line
 * @param invoice id of the invoice
 * @param openAmount what is open on the line now
 * @param invoiceOpenAmount what is open on the invoice now
 */
public record AllocationView(
        long invoiceLine,
        long invoice,
        String invoiceNumber,
        int lineNumber,
        String label,
        BigDecimal amount,
        BigDecimal openAmount,
        BigDecimal invoiceOpenAmount) {}
