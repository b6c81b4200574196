package fr.tiers.receivable;

import java.time.Instant;
import java.util.List;

/**
 * How the mail to head office fares.
 *
 * @param id of the mail in the outbox
 * @param status PENDING, SENDING, SENT or FAILED
 * @param recipients at head office
 * @param sentAt null when not accepted yet
 */
public record PaymentMailState(long id, String status, int attempts, List<String> recipients, Instant sentAt) {}
