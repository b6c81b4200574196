package fr.tiers.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail in the list.
 *
 * @param tierId null when the mail is about no tier
 * @param tierName null when the mail is about no tier
 * @param status PENDING, SENDING, SENT or FAILED (refused for good; waits for somebody to send it again)
 * @param attempts tries so far
 * @param nextTryAt when a pending mail is due
 * @param lastError why the last try failed, or whom the server refused; null when all is well
 * @param sentAt when the server last accepted it, null when never
 */
public record MailRow(
        long id,
        String purpose,
        String reference,
        Long tierId,
        String tierName,
        List<String> recipients,
        String subject,
        String status,
        int attempts,
        Instant nextTryAt,
        String lastError,
        Instant createdAt,
        Instant sentAt) {}
