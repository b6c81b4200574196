package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment as read.
 *
 * @param tier id of the tier
 * @param amount in {@code currency}, taxes included
 * @param method name of a {@link PaymentMethod}
 * @param collector login of the user who recorded it
 * @param status name of a {@link PaymentStatus}
 * @param statusReason why the ERP rejected it, null otherwise
 * @param mail null when the mail is gone from the outbox
 */
public record PaymentView(
        long id,
        long tier,
        String tierCode,
        String tierName,
        BigDecimal amount,
        String currency,
        String method,
        LocalDate date,
        String reference,
        String collector,
        String status,
        String statusReason,
        Instant createdAt,
        List<AllocationView> allocations,
        PaymentMailState mail) {}
