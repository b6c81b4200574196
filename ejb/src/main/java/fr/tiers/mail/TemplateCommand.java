package fr.tiers.mail;

/**
 * What an administrator saves.
 *
 * @param companyId null for the default of all companies
 * @param language fr or en
 * @param body plain text; null to be taken from the HTML
 * @param html formatted text, cleaned before it is kept; null for mails of plain text
 */
public record TemplateCommand(
        Long companyId, String purpose, String language, String subject, String body, String html) {

    /** Of plain text. */
    public TemplateCommand(Long companyId, String purpose, String language, String subject, String body) {
        this(companyId, purpose, language, subject, body, null);
    }
}
