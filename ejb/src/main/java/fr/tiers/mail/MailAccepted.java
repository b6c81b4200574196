package fr.tiers.mail;

/**
 * The mail server has accepted a mail. Fired inside the transaction that notes it: what an observer writes is noted with it or not at
 * all. After a crash or a wanted second sending it comes again, so observers must bear repetition.
 */
public record MailAccepted(String purpose, String reference) {}
