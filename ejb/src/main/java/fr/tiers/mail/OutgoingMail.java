package fr.tiers.mail;

import java.util.List;
import java.util.Objects;

/**
 * A mail to be sent. Purpose and reference together name the business object it speaks of: the outbox takes one mail for each.
 *
 * @param purpose what the mail is for, e.g. {@code PAYMENT_RECORDED}; also the purpose of its template
 * @param reference the business object, unique within the purpose
 * @param tierId the tier it is about, null when none
 * @param recipients at least one address
 * @param body plain text
 * @param attachment null when none
 */
public record OutgoingMail(
        String purpose,
        String reference,
        Long tierId,
        List<String> recipients,
        String subject,
        String body,
        AttachedText attachment) {

    public OutgoingMail {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(reference, "reference");
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("a mail needs a recipient");
        }
        // A line break in a header would let a value from the data write further headers.
        subject = subject.replaceAll("\\s+", " ").strip();
        Objects.requireNonNull(body, "body");
    }
}
