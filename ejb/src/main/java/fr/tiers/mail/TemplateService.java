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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                        select m.company_id, c.code, m.purpose, m.language, m.subject, m.body, m.html, m.version
                        from mail_template m left join company c on c.id = m.company_id
                        order by c.code nulls first, m.purpose, m.language desc
                        """)
                .map((row, context) -> new TemplateRow(
                        row.getObject("company_id", Long.class),
                        row.getString("code"),
                        row.getString("purpose"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("html"),
                        row.getLong("version")))
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

    /** @return for each purpose and company where its template comes from, those without one first */
    public List<TemplateCover> covers() {
        var all = all();
        var covers = new ArrayList<TemplateCover>();
        for (var purpose : purposes()) {
            db.run(handle -> handle.createQuery("select id, code, name, language from company order by name, id")
                    .map((row, context) -> new TemplateCover(
                            purpose,
                            row.getLong("id"),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("language"),
                            state(all, purpose, row.getLong("id"), row.getString("language"))))
                    .forEach(covers::add));
        }
        covers.sort(Comparator.comparing(cover -> cover.state() != TemplateCover.State.MISSING));
        return covers;
    }

    /** As {@link MailTemplates} looks. */
    private static TemplateCover.State state(List<TemplateRow> all, String purpose, long company, String language) {
        var usable = all.stream()
                .filter(row -> row.purpose().equals(purpose)
                        && (row.language().equals(language) || row.language().equals("fr"))
                        && (row.companyId() == null || row.companyId() == company))
                .toList();
        if (usable.isEmpty()) {
            return TemplateCover.State.MISSING;
        }
        return usable.stream().anyMatch(row -> row.companyId() != null)
                ? TemplateCover.State.OWN
                : TemplateCover.State.DEFAULT;
    }

    /** @return the template of exactly this company, purpose and language; not the default in its place */
    public Optional<TemplateRow> find(Long companyId, String purpose, String language) {
        return all().stream()
                .filter(row -> Objects.equals(row.companyId(), companyId)
                        && row.purpose().equals(purpose)
                        && row.language().equals(language))
                .findFirst();
    }

    /**
     * Creates or replaces the template of this company, purpose and language.
     *
     * @param version as it was read; null when there was none
     * @throws BusinessException INVALID, naming an unknown token, purpose, language or company; STALE when somebody else has changed or
     *     created it since
     */
    public void update(TemplateCommand given, Long version) {
        var command = check(given);
        int written = db.call(handle -> handle.createUpdate(
                        """
                        insert into mail_template (company_id, purpose, language, subject, body, html)
                        values (:companyId, :purpose, :language, :subject, :body, :html)
                        on conflict on constraint mail_template_uk do update set subject = excluded.subject, body = excluded.body,
                            html = excluded.html, version = mail_template.version + 1
                        where mail_template.version = :version
                        """)
                .bindMethods(command)
                .bind("version", version)
                .execute());
        if (written == 0) {
            throw BusinessException.stale("mail-template", command.purpose());
        }
    }

    /**
     * What would be kept of a text that is being written.
     *
     * @throws BusinessException INVALID as {@link #update}
     */
    public Template checked(TemplateCommand given) {
        var command = check(given);
        return new Template(command.subject(), command.body(), command.html());
    }

    private TemplateCommand check(TemplateCommand given) {
        var violations = new ArrayList<Violation>();
        var command = cleaned(given);
        checkKey(command, violations);
        checkText("subject", command.subject(), LONGEST_SUBJECT, violations);
        checkTexts(given, command, violations);
        if (violations.isEmpty()) {
            checkTokens(command, violations);
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
        return command;
    }

    private static TemplateCommand cleaned(TemplateCommand given) {
        var html = given.html() == null || given.html().length() > LONGEST_BODY ? null : MailHtml.clean(given.html());
        var body = given.body() == null || given.body().isBlank() ? null : given.body();
        return new TemplateCommand(given.companyId(), given.purpose(), given.language(), given.subject(), body, html);
    }

    private static void checkTexts(TemplateCommand given, TemplateCommand command, List<Violation> violations) {
        if (given.html() != null && given.html().length() > LONGEST_BODY) {
            violations.add(new Violation("html", "too-long", LONGEST_BODY));
        }
        if (command.body() != null || command.html() == null) {
            checkText("body", command.body(), LONGEST_BODY, violations);
        }
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
        for (var token : new Template("", null, command.html()).unknownTokens(known)) {
            violations.add(new Violation("html", "unknown-token", token));
        }
    }
}
