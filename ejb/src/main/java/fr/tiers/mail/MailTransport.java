package fr.tiers.mail;

/** The way out to the mail server. Called outside any database transaction. */
public interface MailTransport {

    /**
     * Returns once the server has accepted the mail for at least one recipient.
     *
     * @return what the administrator should know all the same (an address that was refused), null when all is well
     * @throws MailFailure when nobody will get it from this try
     */
    String send(ClaimedMail mail) throws MailFailure;
}
