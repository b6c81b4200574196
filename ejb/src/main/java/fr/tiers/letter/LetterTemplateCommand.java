package fr.tiers.letter;

import fr.tiers.kernel.Checks;
import fr.tiers.mail.MailHtml;
import fr.tiers.mail.Template;
import java.util.Set;

/**
 * What an administrator writes.
 *
 * @param company code; null for the users of every company
 * @param language fr or en
 * @param html cleaned before it is kept
 * @param active null for true
 */
public record LetterTemplateCommand(
        String name, String category, String company, String language, String subject, String html, Boolean active) {

    static final Set<String> LANGUAGES = Set.of("fr", "en");
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_HTML = 20_000;

    public LetterTemplateCommand {
        name = Checks.trim(name);
        category = Checks.trim(category);
        company = Checks.trim(company);
        subject = Checks.trim(subject);
        active = active == null || active;
    }

    /** @return the same with nothing in it but what is allowed */
    LetterTemplateCommand cleaned(Set<String> tokens) {
        var checks = new Checks();
        checks.required("name", name)
                .text("name", name, 100)
                .text("category", category, 60)
                .text("company", company)
                .required("language", language)
                .oneOf("language", language, LANGUAGES);
        var clean = says(subject, html, tokens, checks);
        checks.refuse();
        return new LetterTemplateCommand(name, category, company, language, subject, clean, active);
    }

    /**
     * @param tokens that may be named; null when none is filled in and each stays as it is
     * @return the HTML, cleaned; null when nothing of it is left
     */
    static String says(String subject, String html, Set<String> tokens, Checks checks) {
        checks.required("subject", subject)
                .text("subject", subject, LONGEST_SUBJECT)
                .text("html", html, LONGEST_HTML);
        if (subject == null || html != null && html.length() > LONGEST_HTML) {
            return null;
        }
        var clean = MailHtml.clean(html);
        checks.required("html", clean);
        if (tokens != null) {
            new Template(subject, null, null)
                    .unknownTokens(tokens)
                    .forEach(token -> checks.holds(false, "subject", "unknown-token", token));
            new Template("", null, clean)
                    .unknownTokens(tokens)
                    .forEach(token -> checks.holds(false, "html", "unknown-token", token));
        }
        return clean;
    }
}
