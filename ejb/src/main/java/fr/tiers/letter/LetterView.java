package fr.tiers.letter;

import fr.tiers.mail.MailFileRow;
import java.time.Instant;
import java.util.List;

/**
 * A mail that was written to a contact.
 *
 * @param event under which it is noted; null when that was deleted
 * @param contactId to whom; null when that person was deleted
 * @param status PENDING, SENDING, SENT or FAILED (refused for good)
 * @param attempts tries so far
 * @param lastError why the last try failed; null when all is well
 * @param sentAt when the mail server accepted it; null when not yet
 * @param html as it was sent
 */
public record LetterView(
        long id,
        Long event,
        Long contactId,
        String contactName,
        List<String> recipients,
        String subject,
        String html,
        String author,
        String status,
        int attempts,
        String lastError,
        Instant createdAt,
        Instant sentAt,
        List<MailFileRow> files) {}
