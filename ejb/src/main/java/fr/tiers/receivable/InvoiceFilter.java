package fr.tiers.receivable;

/**
 * Which invoices to list.
 *
 * @param tier id of the tier; null for all the caller may see
 * @param open true for those with something to pay, false for those settled, null for both
 */
public record InvoiceFilter(Long tier, Boolean open) {}
