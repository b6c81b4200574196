package fr.tiers.mail.web;

import fr.tiers.kernel.web.Refusals;
import fr.tiers.mail.MailHtml;
import fr.tiers.mail.Template;
import fr.tiers.mail.TemplateCommand;
import fr.tiers.mail.TemplateCover;
import fr.tiers.mail.TemplateRow;
import fr.tiers.mail.TemplateSample;
import fr.tiers.mail.TemplateService;
import fr.tiers.mail.TemplateTrials;
import fr.tiers.organisation.Organisation;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, String> SAMPLE_KINDS = Map.of(
            USUAL,
            "payment",
            "TIER_CONVERTED",
            "tier",
            "CONTACT_MOVED",
            "contact",
            "SUBSCRIPTION_NEWS",
            "notification",
            "SUBSCRIPTION_DIGEST",
            "notification");

    private final TemplateService templates;
    private final Organisation organisation;
    private final Refusals refusals;
    private final TemplateTrials trials;
    private String purpose = USUAL;
    private Long company;
    private String language = "fr";
    private boolean own;
    private String subject;
    private String body;
    private String html;
    private Long version;
    private String sentTo;
    private TemplateSample sample;
    private transient Template shown;

    protected TemplatePage() {
        this(null, null, null, null);
    }

    @Inject
    public TemplatePage(
            TemplateService templates, Organisation organisation, Refusals refusals, TemplateTrials trials) {
        this.templates = templates;
        this.organisation = organisation;
        this.refusals = refusals;
        this.trials = trials;
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
                    html = row.html();
                    version = own ? row.version() : null;
                });
    }

    private boolean isMine(TemplateRow row) {
        return Objects.equals(row.companyId(), company);
    }

    public void save() {
        if (refusals.guard(() -> templates.update(command(), version))) {
            reload("mail.template.saved");
        }
    }

    private TemplateCommand command() {
        return new TemplateCommand(company, purpose, language, subject, body, html);
    }

    /** Puts the chosen record into what is being written; sample values where none was chosen. */
    public void show() {
        refusals.guard(() -> shown = sample == null ? null : trials.render(command(), sample.id()));
    }

    private Template tried() {
        return sample == null ? getPreview() : trials.render(command(), sample.id());
    }

    /** Sends the text to whoever writes it, with the chosen record in it or sample values. */
    public void test() {
        if (refusals.guard(() -> sentTo = trials.send(tried(), company))) {
            Messages.addGlobalInfo(Functions.text1("mail.template.tested", sentTo));
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

    /** The text with the record in it that was chosen last, or with sample values. */
    public Template getPreview() {
        if (shown != null) {
            return shown;
        }
        var clean = MailHtml.clean(html);
        var samples = getTokens().stream()
                .collect(Collectors.toMap(token -> token, token -> Functions.text("mail.sample." + token)));
        return new Template(Objects.requireNonNullElse(subject, ""), text(), clean).render(samples);
    }

    /** The plain text is that of the HTML where nobody has written one; nothing at all must still be drawn. */
    private String text() {
        return body == null || body.isBlank() ? MailHtml.clean(html) == null ? "" : null : body;
    }

    /** The formatted text with sample values in it; null when there is none. */
    public String getPreviewHtml() {
        return MailHtml.clean(getPreview().html());
    }

    /** Where each company's template comes from. */
    public List<TemplateCover> getCovers() {
        return templates.covers().stream()
                .filter(cover -> cover.purpose().equals(purpose))
                .toList();
    }

    /** Purposes and companies without a template. */
    public List<TemplateCover> getMissing() {
        return templates.covers().stream()
                .filter(cover -> cover.state() == TemplateCover.State.MISSING)
                .toList();
    }

    /** What the record is that the template is looked at with: payment, tier, contact, notification or event. */
    public String getSampleKind() {
        return SAMPLE_KINDS.getOrDefault(purpose, "event");
    }

    public TemplateSample getSample() {
        return sample;
    }

    public void setSample(TemplateSample sample) {
        this.sample = sample;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
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
