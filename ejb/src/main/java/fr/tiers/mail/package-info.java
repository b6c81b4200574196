/**
 * Outgoing mail: written to the outbox in the transaction that causes it, sent after its commit, retried until accepted. Templates per
 * company, purpose and language. Knows no feature: who wants to hear of an accepted mail observes {@link fr.tiers.mail.MailAccepted}.
 */
package fr.tiers.mail;
