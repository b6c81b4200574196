package fr.tiers.mail;

/**
 * What an administrator saves.
 *
 * @param companyId null for the default of all companies
 * @param language fr or en
 */
public record TemplateCommand(Long companyId, String purpose, String language, String subject, String body) {}
