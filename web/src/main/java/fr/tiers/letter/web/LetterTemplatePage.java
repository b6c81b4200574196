package fr.tiers.letter.web;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.letter.LetterField;
import fr.tiers.letter.LetterFields;
import fr.tiers.letter.LetterTemplate;
import fr.tiers.letter.LetterTemplateCommand;
import fr.tiers.letter.LetterTemplates;
import fr.tiers.letter.Letters;
import fr.tiers.mail.MailFile;
import fr.tiers.mail.MailFileRow;
import fr.tiers.mail.MailHtml;
import fr.tiers.organisation.Organisation;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The templates of mails to contacts: the list, and the editor of one. */
@Named("letterTemplatePage")
@ViewScoped
public class LetterTemplatePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LetterTemplates templates;
    private final Letters letters;
    private final LetterFields fields;
    private final Organisation organisation;
    private final Attached attached;
    private final Refusals refusals;
    private String idText;
    private Long id;
    private long version;
    private String name;
    private String category;
    private String company;
    private String language = "fr";
    private String subject;
    private String html;
    private boolean active = true;
    private List<MailFileRow> files = List.of();
    private ContactPick contact;
    private String shownSubject;
    private String shownHtml;
    private transient Part upload;

    protected LetterTemplatePage() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public LetterTemplatePage(
            LetterTemplates templates,
            Letters letters,
            LetterFields fields,
            Organisation organisation,
            Attached attached,
            Refusals refusals) {
        this.templates = templates;
        this.letters = letters;
        this.fields = fields;
        this.organisation = organisation;
        this.attached = attached;
        this.refusals = refusals;
    }

    public List<LetterTemplate> getAll() {
        return templates.all();
    }

    /** Answers 404 for a template that does not exist; without an id a new one is written. */
    public void load() {
        if (idText == null || idText.isBlank()) {
            return;
        }
        try {
            show(templates.get(Params.id("letter-template", idText)));
        } catch (BusinessException e) {
            Faces.responseSendError(404, e.code());
        }
    }

    private void show(LetterTemplate template) {
        id = template.id();
        version = template.version();
        name = template.name();
        category = template.category();
        company = template.company();
        language = template.language();
        subject = template.subject();
        html = template.html();
        active = template.active();
        files = template.files();
    }

    private LetterTemplateCommand command() {
        return new LetterTemplateCommand(name, category, company, language, subject, html, active);
    }

    public void save() {
        if (refusals.guard(() -> {
            var saved = id == null ? templates.create(command()) : templates.update(id, version, command());
            id = saved.id();
        })) {
            Messages.addFlashGlobalInfo(Functions.text1("letter.template.saved", name));
            Faces.redirect("letter/template.xhtml?id=%s", String.valueOf(id));
        }
    }

    public void delete() {
        if (refusals.guard(() -> templates.delete(id, version))) {
            Messages.addFlashGlobalInfo(Functions.text1("letter.template.deleted", name));
            Faces.redirect("letter/templates.xhtml");
        }
    }

    /** What is being written, with the fields of the chosen contact in it. */
    public void preview() {
        shownHtml = null;
        refusals.guard(() -> {
            requireContact();
            var filled = letters.preview(command(), contact.link());
            shownSubject = filled.subject();
            shownHtml = MailHtml.clean(filled.html());
        });
    }

    public void test() {
        refusals.guard(() -> {
            requireContact();
            Messages.addGlobalInfo(
                    Functions.text1("letter.template.tested", letters.test(id, command(), contact.link())));
        });
    }

    private void requireContact() {
        if (contact == null) {
            throw BusinessException.invalid("contact", "required");
        }
    }

    /** Keeps the file with the template at once; the text that is being written stays as it is. */
    public void addFile() {
        refusals.guard(() -> attached.take(upload, file -> {
            var changed = templates.addFile(id, version, new MailFile(file.fileName(), file.mediaType(), file::open));
            version = changed.version();
            files = changed.files();
        }));
    }

    public void removeFile(int position) {
        refusals.guard(() -> {
            var changed = templates.removeFile(id, version, position);
            version = changed.version();
            files = changed.files();
        });
    }

    public List<LetterField> getFields() {
        return fields.all();
    }

    /** What the page calls a field. */
    public String label(LetterField field) {
        return field.label() == null ? Functions.text("letter.field." + field.token()) : field.label();
    }

    public List<Organisation.CompanyRow> getCompanies() {
        return organisation.companies();
    }

    public boolean isFresh() {
        return id == null;
    }

    public List<MailFileRow> getFiles() {
        return files;
    }

    public String getShownSubject() {
        return shownSubject;
    }

    public String getShownHtml() {
        return shownHtml;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public ContactPick getContact() {
        return contact;
    }

    public void setContact(ContactPick contact) {
        this.contact = contact;
    }

    public Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }
}
