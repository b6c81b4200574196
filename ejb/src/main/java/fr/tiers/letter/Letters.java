package fr.tiers.letter;

import fr.tiers.access.Callers;
import fr.tiers.access.Role;
import fr.tiers.access.TierAccess;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.EmailState;
import fr.tiers.document.DocumentContent;
import fr.tiers.document.Documents;
import fr.tiers.event.EventCommand;
import fr.tiers.event.Events;
import fr.tiers.happening.Happening;
import fr.tiers.happening.HappeningCode;
import fr.tiers.history.Authors;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Checks;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailDraft;
import fr.tiers.mail.MailFile;
import fr.tiers.mail.MailFiles;
import fr.tiers.mail.Outbox;
import fr.tiers.mail.OutgoingMail;
import fr.tiers.mail.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** Writes mails to the contacts of a tier. */
@Stateless
@RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
public class Letters {

    public static final String PURPOSE = "LETTER";
    private static final String TEST = "LETTER_TEST";
    private static final String FAILED = "FAILED";

    /** Addresses to which nothing is sent. */
    private static final Set<EmailState> CLOSED =
            EnumSet.of(EmailState.INVALID, EmailState.UNSUBSCRIBED, EmailState.COMPLAINT);

    @Inject
    Db db;

    @Inject
    TierAccess access;

    @Inject
    Contacts contacts;

    @Inject
    LetterTemplates templates;

    @Inject
    LetterFields fields;

    @Inject
    Documents documents;

    @Inject
    DocumentContent content;

    @Inject
    Events events;

    @Inject
    Outbox outbox;

    @Inject
    Writers writers;

    @Inject
    Callers callers;

    @Inject
    Authors authors;

    @Inject
    Event<Happening> happenings;

    /**
     * Why nothing may be sent to a contact.
     *
     * @return code of a violation; null when nothing is in the way
     */
    public static String obstacle(ContactLinkView contact) {
        if (contact.email() == null) {
            return "email-missing";
        }
        if (!contact.current()) {
            return "letter-contact-gone";
        }
        if (contact.doNotEmail()) {
            return "letter-not-wanted";
        }
        return CLOSED.contains(contact.emailState()) ? "letter-address-closed" : null;
    }

    /** @return the template with the fields of this contact filled in, as the caller may see them */
    public Template fill(long template, long contact) {
        var chosen = offered(template);
        return new Template(chosen.subject(), null, chosen.html())
                .render(fields.values(contacts.get(contact), chosen.language()));
    }

    /**
     * A text that is still being written, with the fields of this contact filled in.
     *
     * @throws BusinessException INVALID, naming an unknown token; NOT_FOUND for a contact at a tier that is not the caller's to see
     */
    public Template preview(LetterTemplateCommand text, long contact) {
        var clean = text.cleaned(fields.tokens());
        return new Template(clean.subject(), null, clean.html())
                .render(fields.values(contacts.get(contact), clean.language()));
    }

    /**
     * Sends a text that is still being written to its writer, with the fields of this contact filled in.
     *
     * @param template whose files go with it; null for none
     * @return the address it goes to
     * @throws BusinessException as {@link #preview}; REFUSED {@code letter-own-address}
     */
    @RolesAllowed(ADMINISTRATOR)
    public String test(Long template, LetterTemplateCommand text, long contact) {
        var writer = writers.current();
        var address = writer.requiredEmail();
        var tier = contacts.get(contact).tierId();
        outbox.enqueue(OutgoingMail.about(TEST, UUID.randomUUID().toString())
                .tier(tier)
                .company(writer.companyId())
                .to(address)
                .says(preview(text, contact))
                .files(template == null ? List.of() : templateFiles(template))
                .mail());
        return address;
    }

    /**
     * Leaves one mail for each contact in the outbox and notes it among the events.
     *
     * @return the mails, in the order of the contacts
     * @throws BusinessException INVALID with every violation, also for contacts who do not want mails; REFUSED {@code letter-own-address};
     *     TOO_LARGE {@code mail-too-large}; NOT_FOUND
     */
    public List<LetterView> send(long tierId, LetterCommand command) {
        access.requireEditable(tierId);
        var checks = new Checks();
        var recipients = recipients(tierId, command, checks);
        var template = command.template() == null ? null : offered(command.template());
        var text = text(command, template, checks);
        var files = files(tierId, command, template, checks);
        checks.refuse();
        var writer = writers.current();
        writer.requiredEmail();
        boolean fill = command.fill() || command.subject() == null && command.html() == null;
        var language = template == null ? null : template.language();
        var ids = new ArrayList<Long>();
        for (var recipient : recipients) {
            var said = fill ? text.render(fields.values(recipient, language)) : text;
            ids.add(send(recipient, said, files, writer));
        }
        var sent = query().mails(tierId, ids);
        return ids.stream()
                .map(id -> sent.stream()
                        .filter(mail -> mail.id() == id)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private long send(ContactLinkView to, Template said, List<MailFile> files, Writers.Writer writer) {
        var mail = draft(to, said, files, writer);
        // what is noted is what was sent
        var written = mail.mail();
        var event = events.add(
                to.tierId(),
                new EventCommand(
                        "EMAIL",
                        shortened(written.subject(), Checks.MAX_TEXT),
                        shortened(written.body(), Checks.MAX_LONG_TEXT),
                        null,
                        to.contactId(),
                        null));
        happenings.fire(new Happening(
                HappeningCode.MAIL_SENT,
                to.tierId(),
                List.of(written.subject(), to.fullName()),
                event.id(),
                authors.current()));
        return outbox.enqueue(mail.reference(String.valueOf(event.id())).mail());
    }

    private static MailDraft draft(ContactLinkView to, Template said, List<MailFile> files, Writers.Writer writer) {
        return OutgoingMail.about(PURPOSE, "")
                .tier(to.tierId())
                .company(writer.companyId())
                .senderName(writer.name())
                .replyTo(writer.email())
                .to(to.email())
                .says(said)
                // somebody has written it: an absence notice is welcome
                .header("Auto-Submitted", "no")
                .files(files);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1)));
    }

    private List<ContactLinkView> recipients(long tierId, LetterCommand command, Checks checks) {
        checks.holds(!command.contacts().isEmpty(), "contacts", "required")
                .holds(
                        command.contacts().size() <= LetterCommand.MOST_CONTACTS,
                        "contacts",
                        "too-many",
                        LetterCommand.MOST_CONTACTS);
        var known = contacts.ofTier(tierId);
        var found = new ArrayList<ContactLinkView>();
        for (var id : command.contacts()) {
            var contact =
                    known.stream().filter(link -> link.id() == id).findFirst().orElse(null);
            checks.holds(contact != null, "contacts", "unknown-reference", id);
            if (contact != null) {
                var obstacle = obstacle(contact);
                checks.holds(
                        obstacle == null, "contacts", Objects.requireNonNullElse(obstacle, ""), contact.fullName());
                found.add(contact);
            }
        }
        return found;
    }

    private Template text(LetterCommand command, LetterTemplate template, Checks checks) {
        var subject = command.subject() == null && template != null ? template.subject() : command.subject();
        var html = command.html() == null && template != null ? template.html() : command.html();
        var tokens = command.fill() ? fields.tokens() : null;
        return new Template(subject, null, LetterTemplateCommand.says(subject, html, tokens, checks));
    }

    private LetterTemplate offered(long id) {
        return templates.offered().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("template", "unknown-reference", id));
    }

    private List<MailFile> files(long tierId, LetterCommand command, LetterTemplate template, Checks checks) {
        var files = new ArrayList<MailFile>();
        if (template != null) {
            files.addAll(templateFiles(template.id()));
        }
        for (var id : command.documents()) {
            var document = documentOf(tierId, id);
            checks.holds(document != null, "documents", "unknown-reference", id);
            if (document != null) {
                files.add(document);
            }
        }
        return files;
    }

    private MailFile documentOf(long tierId, long id) {
        try {
            if (documents.get(id).tierId() != tierId) {
                return null;
            }
        } catch (BusinessException e) {
            // does not exist for the caller: as if it were another tier's
            return null;
        }
        var file = documents.file(id, null);
        return new MailFile(file.fileName(), file.mediaType(), () -> content.open(file, 0));
    }

    private List<MailFile> templateFiles(long template) {
        return new MailFiles(db, "letter_template", "template_id").of(template);
    }

    private LetterQuery query() {
        return new LetterQuery(db);
    }

    /** @return latest first, at most {@link LetterQuery#MOST} */
    public List<LetterView> ofTier(long tierId) {
        access.requireVisible(tierId);
        return query().latest(tierId);
    }

    /** @return the mail that an event notes; empty for one that was noted by hand, and for a tier that is not the caller's to see */
    public Optional<LetterView> ofEvent(long tierId, long eventId) {
        return access.sees(tierId) ? query().ofEvent(tierId, eventId) : Optional.empty();
    }

    /** @throws BusinessException NOT_FOUND */
    public LetterView get(long tierId, long id) {
        access.requireVisible(tierId);
        return query().mails(tierId, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("mail", id));
    }

    /** Whether the caller may send a mail again: one that failed, of the caller's own hand; administrators any. */
    public boolean mayResend(LetterView mail) {
        var caller = callers.current();
        return FAILED.equals(mail.status()) && (caller.login().equals(mail.author()) || caller.has(Role.ADMINISTRATOR));
    }

    /**
     * Sends a mail that has failed once more, to the address that the contact has now.
     *
     * @throws BusinessException NOT_FOUND; FORBIDDEN {@code letter-not-yours}; CONFLICT {@code letter-not-failed}; INVALID for a contact
     *     to whom nothing may be sent any more
     */
    public LetterView resend(long tierId, long id) {
        var mail = get(tierId, id);
        access.requireEditable(tierId);
        if (!FAILED.equals(mail.status())) {
            throw new BusinessException(Kind.CONFLICT, "letter-not-failed", id);
        }
        if (!mayResend(mail)) {
            throw new BusinessException(Kind.FORBIDDEN, "letter-not-yours", id);
        }
        var contact = contacts.ofTier(tierId).stream()
                .filter(link -> Objects.equals(link.contactId(), mail.contactId()))
                .findFirst()
                .orElseThrow(() -> BusinessException.invalid("contact", "letter-contact-gone", mail.contactName()));
        var obstacle = obstacle(contact);
        if (obstacle != null) {
            throw BusinessException.invalid("contact", obstacle, contact.fullName());
        }
        if (!outbox.retry(id, contact.email())) {
            throw new BusinessException(Kind.CONFLICT, "letter-not-failed", id);
        }
        return get(tierId, id);
    }
}
