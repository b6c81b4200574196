package fr.tiers.receivable;

import java.time.LocalDate;

/**
 * Which invoices to list.
 *
 * @param tier id of the tier; null for all the caller may see
 * @param open true for those with something to pay, false for those settled, null for both
 * @param from dated on this day or later; null for any
 * @param to dated on this day or before; null for any
 */
public record InvoiceFilter(Long tier, Boolean open, LocalDate from, LocalDate to) {

    public InvoiceFilter(Long tier, Boolean open) {
        this(tier, open, null, null);
    }
}
