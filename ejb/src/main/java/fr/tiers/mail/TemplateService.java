package fr.tiers.mail;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Db;
import fr.tiers.kernel.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static fr.tiers.access.Role.Names.ADMINISTRATOR;

/** Lets administrators read and change the templates. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class TemplateService {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;

    private final Db db;
    private final Iterable<TemplateVocabulary> vocabularies;

    protected TemplateService() {
        this(null, List.of());
    }

    @Inject
    public TemplateService(Db db, @Any Instance<TemplateVocabulary> vocabularies) {
        this(db, (Iterable<TemplateVocabulary>) vocabularies);
    }

    TemplateService(Db db, Iterable<TemplateVocabulary> vocabularies) {
        this.db = db;
        this.vocabularies = vocabularies;
    }

    /** Defaults first, then by company. */
    public List<TemplateRow> all() {
        return db.call(handle -> handle.createQuery(
                        """
                        select m.company_id, c.code, m.purpose, m.language, m.subject, m.body
                        from mail_template m left join company c on c.id = m.company_id
                        order by c.code nulls first, m.purpose, m.language desc
                        """)
                .map((row, context) -> new TemplateRow(
                        row.getObject("company_id", Long.class),
                        row.getString("code"),
                        row.getString("purpose"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("body")))
                .list());
    }

    /** @return what mails are written for, sorted */
    public Set<String> purposes() {
        var purposes = new TreeSet<String>();
        vocabularies.forEach(vocabulary -> purposes.add(vocabulary.purpose()));
        return purposes;
    }

    /** @return the tokens a template of this purpose may use, sorted; empty for an unknown purpose */
    public Set<String> tokens(String purpose) {
        var tokens = new TreeSet<String>();
        for (var vocabulary : vocabularies) {
            if (vocabulary.purpose().equals(purpose)) {
                tokens.addAll(vocabulary.tokens());
            }
        }
        return tokens;
    }

    /**
     * Creates or replaces the template of this company, purpose and language.
     *
     * @throws BusinessException INVALID, naming an unknown token, purpose, language or company
     */
    public void update(TemplateCommand command) {
        var violations = new ArrayList<Violation>();
        checkKey(command, violations);
        checkText("subject", command.subject(), LONGEST_SUBJECT, violations);
        checkText("body", command.body(), LONGEST_BODY, violations);
        if (violations.isEmpty()) {
            checkTokens(command, violations);
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
        db.run(handle -> handle.createUpdate(
                        """
                        insert into mail_template (company_id, purpose, language, subject, body)
                        values (:company, :purpose, :language, :subject, :body)
                        on conflict on constraint mail_template_uk do update set subject = excluded.subject, body = excluded.body
                        """)
                .bind("company", command.companyId())
                .bind("purpose", command.purpose())
                .bind("language", command.language())
                .bind("subject", command.subject())
                .bind("body", command.body())
                .execute());
    }

    /** Removes a company's own template: the default holds again. */
    public void reset(long companyId, String purpose, String language) {
        db.run(handle -> handle.createUpdate(
                        "delete from mail_template where company_id = :company and purpose = :purpose and language = :language")
                .bind("company", companyId)
                .bind("purpose", purpose)
                .bind("language", language)
                .execute());
    }

    private void checkKey(TemplateCommand command, List<Violation> violations) {
        if (command.purpose() == null || tokens(command.purpose()).isEmpty()) {
            violations.add(new Violation("purpose", "unknown-value", command.purpose()));
        }
        if (command.language() == null || !LANGUAGES.contains(command.language())) {
            violations.add(new Violation("language", "unknown-value", command.language()));
        }
        if (command.companyId() != null && !exists(command.companyId())) {
            violations.add(new Violation("companyId", "unknown-reference", command.companyId()));
        }
    }

    private boolean exists(long companyId) {
        return db.call(handle -> handle.createQuery("select exists (select 1 from company where id = :id)")
                .bind("id", companyId)
                .mapTo(Boolean.class)
                .one());
    }

    private static void checkText(String field, String text, int longest, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            violations.add(new Violation(field, "required"));
        } else if (text.length() > longest) {
            violations.add(new Violation(field, "too-long", longest));
        } else if (text.indexOf('\0') >= 0) {
            violations.add(new Violation(field, "control-character"));
        }
    }

    private void checkTokens(TemplateCommand command, List<Violation> violations) {
        var known = tokens(command.purpose());
        for (var token : new Template(command.subject(), "").unknownTokens(known)) {
            violations.add(new Violation("subject", "unknown-token", token));
        }
        for (var token : new Template("", command.body()).unknownTokens(known)) {
            violations.add(new Violation("body", "unknown-token", token));
        }
    }
}
