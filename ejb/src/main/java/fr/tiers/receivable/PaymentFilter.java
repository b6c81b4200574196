package fr.tiers.receivable;

import java.time.LocalDate;

/**
 * Which payments to list; null means any.
 *
 * @param tier id of the tier
 * @param status name of a {@link PaymentStatus}
 * @param from dated on this day or later
 * @param to dated on this day or before
 */
public record PaymentFilter(Long tier, String status, LocalDate from, LocalDate to) {}
