package fr.tiers.mail;

/** A mail was written to the outbox; observed after the commit to send it without waiting for the timer. */
public record MailEnqueued(long id) {}
