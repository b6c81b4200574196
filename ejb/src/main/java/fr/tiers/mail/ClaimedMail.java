package fr.tiers.mail;

/**
 * A mail taken from the outbox to be sent now.
 *
 * @param messageId with angle brackets, the same at every try
 * @param attempt number of this try, from 1; also what tells this claim from a later one
 * @param from under which name and address; where one is missing, that of the settings
 */
public record ClaimedMail(long id, String messageId, int attempt, From from, OutgoingMail mail) {

    /** Either may be null. */
    public record From(String name, String address) {

        public static final From SETTINGS = new From(null, null);
    }
}
