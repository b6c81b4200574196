package fr.tiers.mail;

/**
 * One template.
 *
 * @param companyId null for the default that every company without its own uses
 * @param company the company's code, null for the default
 * @param language fr or en
 * @param body plain text; null when it is taken from the HTML
 * @param html formatted text; null for mails of plain text
 */
public record TemplateRow(
        Long companyId,
        String company,
        String purpose,
        String language,
        String subject,
        String body,
        String html,
        long version) {}
