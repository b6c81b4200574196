package fr.tiers.mail;

/** A mail was not accepted. The message is short, in words an administrator understands, and shown in the list of mails. */
public class MailFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What it means for the mail. */
    public enum Kind {
        /** no conversation with the server was possible, or it broke off: nothing is wrong with the mail */
        UNREACHABLE,
        /** the server refused for now (4xx) */
        TEMPORARY,
        /** the server refused for good (5xx): trying again as it is would change nothing */
        PERMANENT
    }

    private final Kind kind;

    public MailFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
