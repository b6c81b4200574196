package fr.tiers.mail.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.mail.Template;
import fr.tiers.mail.TemplateCommand;
import fr.tiers.mail.TemplateRow;
import fr.tiers.mail.TemplateService;
import fr.tiers.organisation.Organisation;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The texts of mails: the default of all companies, and what a company says in its own words. */
@Named("templatePage")
@ViewScoped
public class TemplatePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String USUAL = "PAYMENT_RECORDED";

    private final TemplateService templates;
    private final Organisation organisation;
    private final Refusals refusals;
    private String purpose = USUAL;
    private Long company;
    private String language = "fr";
    private boolean own;
    private String subject;
    private String body;

    protected TemplatePage() {
        this(null, null, null);
    }

    @Inject
    public TemplatePage(TemplateService templates, Organisation organisation, Refusals refusals) {
        this.templates = templates;
        this.organisation = organisation;
        this.refusals = refusals;
    }

    /** A company without its own text starts from the default. */
    public void load() {
        var all = templates.all().stream()
                .filter(row -> row.purpose().equals(purpose) && row.language().equals(language))
                .toList();
        own = all.stream().anyMatch(this::isMine);
        all.stream()
                .filter(row -> own ? isMine(row) : row.companyId() == null)
                .findFirst()
                .ifPresent(row -> {
                    subject = row.subject();
                    body = row.body();
                });
    }

    private boolean isMine(TemplateRow row) {
        return Objects.equals(row.companyId(), company);
    }

    public void save() {
        if (refusals.guard(() -> templates.update(new TemplateCommand(company, purpose, language, subject, body)))) {
            reload("mail.template.saved");
        }
    }

    public void reset() {
        if (refusals.guard(() -> templates.reset(company, purpose, language))) {
            reload("mail.template.wasReset");
        }
    }

    private void reload(String message) {
        Messages.addFlashGlobalInfo(Functions.text(message));
        Faces.redirect(
                "mail/templates.xhtml?purpose=%s&language=%s&company=%s",
                purpose, language, company == null ? "" : company);
    }

    /** The text with sample values in it. */
    public Template getPreview() {
        var samples = getTokens().stream()
                .collect(Collectors.toMap(token -> token, token -> Functions.text("mail.sample." + token)));
        return new Template(Objects.requireNonNullElse(subject, ""), Objects.requireNonNullElse(body, ""))
                .render(samples);
    }

    public Set<String> getTokens() {
        return templates.tokens(purpose);
    }

    public List<Organisation.CompanyRow> getCompanies() {
        return organisation.companies();
    }

    /** Whether the company shown has its own text, which can be given up for the default. */
    public boolean isOwn() {
        return own && company != null;
    }

    public Set<String> getPurposes() {
        return templates.purposes();
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose != null && getPurposes().contains(purpose) ? purpose : USUAL;
    }

    public Long getCompany() {
        return company;
    }

    public void setCompany(Long company) {
        this.company = company;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = "en".equals(language) ? "en" : "fr";
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
