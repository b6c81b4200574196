package fr.tiers.contact;

/** What is known of an e-mail address: whether mails arrive there and are wanted. */
public enum EmailState {
    UNKNOWN,
    VALID,
    /** Came back for a passing reason. */
    SOFT_BOUNCE,
    INVALID,
    UNSUBSCRIBED,
    COMPLAINT
}
