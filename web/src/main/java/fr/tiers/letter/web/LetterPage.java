package fr.tiers.letter.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.People;
import fr.tiers.document.Clash;
import fr.tiers.document.DocumentCommand;
import fr.tiers.document.DocumentFilter;
import fr.tiers.document.DocumentView;
import fr.tiers.document.Documents;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Idempotency;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.letter.LetterCommand;
import fr.tiers.letter.LetterTemplate;
import fr.tiers.letter.LetterTemplates;
import fr.tiers.letter.Letters;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.TierService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A mail to contacts of a tier, while it is written. */
@Named("letterPage")
@ViewScoped
public class LetterPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_DOCUMENTS = 50;

    private final Letters letters;
    private final LetterTemplates templates;
    private final Contacts contacts;
    private final People people;
    private final Documents documents;
    private final TierService tiers;
    private final Attached attached;
    private final Idempotency idempotency;
    private final Refusals refusals;
    private final String key = UUID.randomUUID().toString();
    private String tierText;
    private String contactText;
    private long tierId;
    private String tierName;
    private List<Long> recipients = new ArrayList<>();
    private Long template;
    private String subject;
    private String html;
    private boolean fill;
    private List<Long> chosen = new ArrayList<>();
    private transient Part upload;
    private transient List<ContactLinkView> present;
    private transient List<DocumentView> files;
    private transient List<LetterTemplate> offered;

    protected LetterPage() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public LetterPage(
            Letters letters,
            LetterTemplates templates,
            Contacts contacts,
            People people,
            Documents documents,
            TierService tiers,
            Attached attached,
            Idempotency idempotency,
            Refusals refusals) {
        this.letters = letters;
        this.templates = templates;
        this.contacts = contacts;
        this.people = people;
        this.documents = documents;
        this.tiers = tiers;
        this.attached = attached;
        this.idempotency = idempotency;
        this.refusals = refusals;
    }

    /** Answers 404 for a tier that is not the caller's to see. */
    public void load() {
        try {
            tierId = Params.id("tier", String.valueOf(tierText));
            tierName = tiers.get(tierId).name();
            documents.requireRoomAt(tierId);
            choose();
        } catch (BusinessException e) {
            Faces.responseSendError(e.kind() == BusinessException.Kind.FORBIDDEN ? 403 : 404, e.code());
        }
    }

    /** The contact one came from; else the only one there is. */
    private void choose() {
        var open = getContacts().stream().filter(this::isOpen).toList();
        open.stream()
                .filter(link -> String.valueOf(link.id()).equals(contactText))
                .findFirst()
                .or(() -> open.size() == 1 ? open.stream().findFirst() : java.util.Optional.empty())
                .ifPresent(link -> recipients = new ArrayList<>(List.of(link.id())));
    }

    /** Those who are there today. */
    public List<ContactLinkView> getContacts() {
        if (present == null) {
            present = contacts.ofTier(tierId).stream()
                    .filter(ContactLinkView::current)
                    .toList();
        }
        return present;
    }

    public boolean isOpen(ContactLinkView contact) {
        return Letters.obstacle(contact) == null;
    }

    /** Why one cannot write to the contact. */
    public String obstacle(ContactLinkView contact) {
        var obstacle = Letters.obstacle(contact);
        return obstacle == null ? null : Functions.text("letter.obstacle." + obstacle);
    }

    /** Those in the language of the first recipient come first. */
    public List<LetterTemplate> getTemplates() {
        if (offered == null) {
            var language = recipients.isEmpty()
                    ? "fr"
                    : people.get(contacts.get(recipients.get(0)).contactId()).language();
            offered = templates.offered().stream()
                    .sorted(Comparator.comparing(each -> !each.language().equals(language)))
                    .toList();
        }
        return offered;
    }

    /** Puts the template into the form: with its fields filled in for one recipient, to be filled in for each of several. */
    public void useTemplate() {
        refusals.guard(() -> {
            fill = false;
            if (template == null) {
                return;
            }
            if (recipients.size() == 1) {
                var filled = letters.fill(template, recipients.get(0));
                subject = filled.subject();
                html = filled.html();
            } else {
                var raw = getTemplates().stream()
                        .filter(each -> each.id() == template)
                        .findFirst()
                        .orElseThrow(() -> BusinessException.invalid("template", "unknown-reference", template));
                subject = raw.subject();
                html = raw.html();
                fill = true;
            }
        });
    }

    /** Keeps the file among the documents of the tier and lets it go with the mail. */
    public void addFile() {
        refusals.guard(() -> attached.take(upload, file -> {
            var document = documents.add(tierId, new DocumentCommand(null, null, null, null), file, Clash.RENAME);
            chosen.add(document.id());
            files = null;
        }));
    }

    /** A second click finds that it was sent. */
    public void send() {
        if (refusals.guard(() -> idempotency.once("letter-" + key, key, () -> {
            letters.send(tierId, new LetterCommand(recipients, template, subject, html, fill, chosen));
            return new Idempotency.Answer(201, null, null, null);
        }))) {
            Messages.addFlashGlobalInfo(Functions.text1("letter.sent", recipients.size()));
            Faces.redirect("letter/sent.xhtml?tier=%s", String.valueOf(tierId));
        }
    }

    public List<DocumentView> getDocuments() {
        if (files == null) {
            files = documents
                    .ofTier(tierId, new DocumentFilter(null, null), null, MOST_DOCUMENTS)
                    .items();
        }
        return files;
    }

    /** What the template brings along. */
    public LetterTemplate getChosenTemplate() {
        return getTemplates().stream()
                .filter(each -> template != null && each.id() == template)
                .findFirst()
                .orElse(null);
    }

    public boolean isFilledLater() {
        return fill;
    }

    public long getTierId() {
        return tierId;
    }

    public String getTierName() {
        return tierName;
    }

    public String getTierText() {
        return tierText;
    }

    public void setTierText(String tierText) {
        this.tierText = tierText;
    }

    public String getContactText() {
        return contactText;
    }

    public void setContactText(String contactText) {
        this.contactText = contactText;
    }

    public List<Long> getRecipients() {
        return recipients;
    }

    public void setRecipients(List<Long> recipients) {
        this.recipients = recipients;
    }

    public Long getTemplate() {
        return template;
    }

    public void setTemplate(Long template) {
        this.template = template;
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

    public List<Long> getChosen() {
        return chosen;
    }

    public void setChosen(List<Long> chosen) {
        this.chosen = chosen;
    }

    public Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }
}
