package fr.tiers.mail;

/** Which mails to list; null means all. */
public record MailFilter(String status, String purpose, Long tier) {

    public static final MailFilter ALL = new MailFilter(null, null, null);
}
