package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment to record.
 *
 * @param tier id of the tier that pays
 * @param method name of a {@link PaymentMethod}
 * @param date when the money came in; not in the future
 * @param reference number of the cheque, of the transfer …; may be null
 * @param currency ISO 4217; null means that of the invoices
 * @param amount what the allocations must sum up to; null means whatever they do
 * @param allocations what it pays
 */
public record PaymentCommand(
        Long tier,
        String method,
        LocalDate date,
        String reference,
        String currency,
        BigDecimal amount,
        List<Allocation> allocations) {

    /**
     * Pays one line, or a whole invoice.
     *
     * @param invoiceLine id of the line; null when an invoice is given
     * @param invoice id of the invoice, spread over its open lines in proportion; null when a line is given
     * @param amount taxes included, at most two decimals; for an invoice null means all that is open. Negative only for a line of
     *     discount, whose amount is negative
     */
    public record Allocation(Long invoiceLine, Long invoice, BigDecimal amount) {

        public static Allocation toLine(long invoiceLine, BigDecimal amount) {
            return new Allocation(invoiceLine, null, amount);
        }

        /** @param amount null for all that is open */
        public static Allocation toInvoice(long invoice, BigDecimal amount) {
            return new Allocation(null, invoice, amount);
        }
    }
}
