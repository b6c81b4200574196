package fr.tiers.mail;

/**
 * Which template a company's mails of one purpose are written with.
 *
 * @param language that of the company
 * @param state OWN, DEFAULT or MISSING: then what needs the mail is refused with {@code template-missing}
 */
public record TemplateCover(
        String purpose, long companyId, String company, String companyName, String language, State state) {

    /** Where the template comes from. */
    public enum State {
        OWN,
        DEFAULT,
        MISSING
    }
}
