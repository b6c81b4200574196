package fr.tiers.contact.web;

import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.People;
import fr.tiers.contact.PersonCommand;
import fr.tiers.contact.Photos;
import fr.tiers.contact.VCards;
import fr.tiers.customfield.CustomFields;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The people at the tier; the form for one more, or with {@code ?edit=<link>} for one of them. */
@Named("contactsOfTier")
@ViewScoped
public class ContactsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SUMMARY = 5;

    private final Contacts contacts;
    private final People people;
    private final Photos photos;
    private final TierRecordView record;
    private final Refusals refusals;
    private final CustomFields customFields;
    private transient List<ContactLinkView> rows;
    private transient Part card;
    private byte[] photo;
    private PersonForm person = new PersonForm();
    private LinkForm link = new LinkForm();
    private Long linkId;
    private long contactId;
    private long linkVersion;
    private long personVersion;

    protected ContactsOfTier() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ContactsOfTier(
            Contacts contacts,
            People people,
            Photos photos,
            TierRecordView record,
            Refusals refusals,
            CustomFields customFields) {
        this.contacts = contacts;
        this.people = people;
        this.photos = photos;
        this.record = record;
        this.refusals = refusals;
        this.customFields = customFields;
    }

    @PostConstruct
    void open() {
        if (record.isCreating()) {
            person = blank();
        }
        var edit = Faces.getRequestParameter("edit");
        if (edit == null || !edit.matches("\\d{1,18}") || !record.isFound()) {
            return;
        }
        getRows().stream()
                .filter(row -> row.id() == Long.parseLong(edit))
                .findFirst()
                .ifPresent(this::show);
    }

    /** Nobody yet, with what the custom fields start with. */
    private PersonForm blank() {
        return form(PersonCommand.named(null, null, null).withCustom(customFields.defaults(ContactFieldOwner.OBJECT)));
    }

    private PersonForm form(PersonCommand known) {
        return PersonForm.of(known, customFields.of(ContactFieldOwner.OBJECT));
    }

    private void show(ContactLinkView row) {
        var known = people.get(row.contactId());
        linkId = row.id();
        contactId = row.contactId();
        linkVersion = row.version();
        personVersion = known.version();
        person = form(known.toCommand());
        link = LinkForm.of(row.toCommand());
    }

    public List<ContactLinkView> getRows() {
        if (rows == null) {
            rows = contacts.ofTier(record.getId());
        }
        return rows;
    }

    /** Whom one can turn to. */
    public List<ContactLinkView> getCurrent() {
        return getRows().stream().filter(ContactLinkView::current).toList();
    }

    /** Those who have left, or are not to be contacted any more. */
    public List<ContactLinkView> getFormer() {
        return getRows().stream().filter(row -> !row.current()).toList();
    }

    /** For the summary: the main contact and the next ones. */
    public List<ContactLinkView> getFive() {
        return getCurrent().stream().limit(SUMMARY).toList();
    }

    /** Whether the summary does not show everybody. */
    public boolean isMoreThanFive() {
        return getCurrent().size() > SUMMARY;
    }

    /** Superiors to choose from: everybody else who is there. */
    public List<ContactLinkView> getColleagues() {
        return getCurrent().stream()
                .filter(row -> linkId == null || row.id() != linkId)
                .toList();
    }

    public boolean isEditing() {
        return linkId != null;
    }

    public String save() {
        if (!refusals.guard(() -> person.getCustom().watch(this::write))) {
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text1(isEditing() ? "contact.saved" : "contact.added", person.fullName()));
        return record.openTabUrl("contact");
    }

    private void write() {
        var job = link.command();
        if (linkId == null) {
            addPhoto(contacts.add(record.getId(), person.command(), job).contactId());
        } else {
            contacts.updateBoth(linkId, linkVersion, job, personVersion, person.command());
        }
    }

    /** That of the visiting card, if it brought one; a picture that cannot be read must not cost the contact. */
    private void addPhoto(long contact) {
        if (photo != null) {
            var refusal = Refusals.refusalOf(
                    () -> photos.put(contact, people.get(contact).version(), photo));
            refusal.ifPresent(problem -> Messages.addFlashGlobalWarn(Functions.text("contact.card.photo.unreadable")));
        }
    }

    /** Fills the form with what a visiting card says; nothing is kept before the form is saved. */
    public void readCard() {
        refusals.guard(() -> {
            var read = VCards.read(text());
            person = form(read.person().withCustom(person.getCustom().values()));
            link = LinkForm.of(read.link());
            photo = read.photo();
            Messages.addGlobalInfo(Functions.text(photo == null ? "contact.card.read" : "contact.card.read.photo"));
        });
    }

    private String text() {
        if (card == null || card.getSize() == 0 || card.getSize() > VCards.MAX_CARD) {
            throw new BusinessException(BusinessException.Kind.INVALID, "vcard-unreadable");
        }
        try (var in = card.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PersonForm getPerson() {
        return person;
    }

    public LinkForm getLink() {
        return link;
    }

    public long getContactId() {
        return contactId;
    }

    public Part getCard() {
        return card;
    }

    public void setCard(Part card) {
        this.card = card;
    }
}
