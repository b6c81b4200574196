package fr.tiers.mail;

import java.util.List;

/**
 * One mail in full.
 *
 * @param html null for a mail of plain text
 * @param replyTo where answers go; null for the sender
 * @param calendar of an invitation; null for none
 * @param attachment the first file, when it is a short text that can be shown; null when not
 * @param files all that goes with it
 */
public record MailDetail(
        MailRow mail,
        String messageId,
        String body,
        String html,
        String replyTo,
        String calendar,
        AttachedText attachment,
        List<MailFileRow> files) {}
