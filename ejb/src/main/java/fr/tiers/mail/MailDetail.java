package fr.tiers.mail;

/**
 * One mail in full.
 *
 * @param attachment null when none
 */
public record MailDetail(MailRow mail, String messageId, String body, AttachedText attachment) {}
