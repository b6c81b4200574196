package fr.tiers.contact.web;

import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.EmailState;
import fr.tiers.contact.EmailStates;
import fr.tiers.contact.MergedContacts;
import fr.tiers.contact.People;
import fr.tiers.contact.PersonView;
import fr.tiers.contact.RemovalStep;
import fr.tiers.customfield.CustomFields;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.web.Params;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A person: what is known, the career, and the form that the URL asks for. */
@Named("contactRecord")
@ViewScoped
public class ContactRecordView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String PERSON = "person";
    private static final String LINK = "link";
    private static final String NEW_LINK = "new";
    private static final String CHANGE = "change";
    private static final Set<String> FORMS = Set.of(PERSON, LINK, NEW_LINK, CHANGE);

    private final People people;
    private final Contacts contacts;
    private final EmailStates emails;
    private final MergedContacts merged;
    private final Refusals refusals;
    private final CustomFields customFields;
    private final FieldWords fieldWords;
    private String idText;
    private String linkText;
    private String edit;
    private long id;
    private long version;
    private Long linkId;
    private long linkVersion;
    private PersonForm personForm = new PersonForm();
    private LinkForm linkForm = new LinkForm();
    private transient PersonView person;
    private transient List<RemovalStep> removal;

    protected ContactRecordView() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ContactRecordView(
            People people,
            Contacts contacts,
            EmailStates emails,
            MergedContacts merged,
            Refusals refusals,
            CustomFields customFields,
            FieldWords fieldWords) {
        this.people = people;
        this.contacts = contacts;
        this.emails = emails;
        this.merged = merged;
        this.refusals = refusals;
        this.customFields = customFields;
        this.fieldWords = fieldWords;
    }

    /** Answers 404 for somebody who works at no tier of the caller; whoever was merged leads to the survivor. */
    public void load() {
        try {
            id = Params.id("contact", String.valueOf(idText));
            person = people.get(id);
            version = person.version();
            openForm();
        } catch (BusinessException e) {
            // 0 where the text is no id at all
            var survivor = person == null ? merged.survivor(id) : Optional.<Long>empty();
            if (survivor.isPresent()) {
                Faces.redirect("contact/record.xhtml?id=%s&mergedFrom=%s", survivor.get(), id);
            } else {
                Faces.responseSendError(404, e.code());
            }
        }
    }

    private void openForm() {
        if (edit == null || !FORMS.contains(edit)) {
            edit = null;
            return;
        }
        personForm = PersonForm.of(person.toCommand(), customFields.of(ContactFieldOwner.OBJECT));
        if (LINK.equals(edit) || CHANGE.equals(edit)) {
            var link = contacts.get(id, Params.id("contact", String.valueOf(linkText)));
            linkId = link.id();
            linkVersion = link.version();
            linkForm = LINK.equals(edit) ? LinkForm.of(link.toCommand()) : leaving(link);
        }
    }

    /** Only what somebody takes along to the next job. */
    private static LinkForm leaving(ContactLinkView link) {
        var form = new LinkForm();
        form.setJobFamily(link.jobFamily());
        form.setMobile(link.mobile());
        return form;
    }

    public PersonView getPerson() {
        if (person == null && id > 0) {
            person = people.get(id);
        }
        return person;
    }

    /** The person has a new version by a tag; a form that is open goes on with it, unless somebody else was there as well. */
    void retagged() {
        person = people.get(id);
        if (person.version() == version + 1) {
            version = person.version();
        }
    }

    /** What the custom fields say. */
    public List<FieldWords.Group> getCustomGroups() {
        return fieldWords.groups(
                ContactFieldOwner.OBJECT,
                getPerson().custom(),
                ContactFieldOwner.facts(getPerson().toCommand()));
    }

    public boolean isFound() {
        return getPerson() != null;
    }

    /** The link that a form is about. */
    public ContactLinkView getChosen() {
        return getPerson().links().stream()
                .filter(link -> linkId != null && link.id() == linkId)
                .findFirst()
                .orElse(null);
    }

    /** Superiors to choose from. */
    public List<ContactLinkView> getColleagues() {
        var chosen = getChosen();
        return chosen == null
                ? List.of()
                : contacts.ofTier(chosen.tierId()).stream()
                        .filter(link -> link.current() && link.id() != chosen.id())
                        .toList();
    }

    public List<People.Account> getAccounts() {
        return people.accounts(getPerson().extranetLogin());
    }

    public List<RemovalStep> getRemoval() {
        if (removal == null) {
            removal = people.removal(id);
        }
        return removal;
    }

    /** One step in words. */
    public String stepText(RemovalStep step) {
        var key = "contact.removal." + step.kind();
        return step.successor() == null
                ? Functions.text1(key, step.tierName())
                : Functions.text2(key, step.tierName(), step.successor());
    }

    public String savePerson() {
        return done(
                refusals.guard(
                        () -> personForm.getCustom().watch(() -> people.update(id, version, personForm.command()))),
                Functions.text1("contact.saved", personForm.fullName()));
    }

    public String saveLink() {
        return done(
                refusals.guard(() -> contacts.update(linkId, linkVersion, linkForm.command())),
                Functions.text1("contact.saved", getPerson().fullName()));
    }

    /** A new link, or another one in place of the present one. */
    public String saveEmployer() {
        return NEW_LINK.equals(edit) ? addLink() : changeEmployer();
    }

    private String addLink() {
        return done(
                refusals.guard(() -> {
                    if (linkForm.getTier() == null) {
                        throw BusinessException.invalid("tierId", "required");
                    }
                    contacts.link(id, linkForm.getTier().id(), linkForm.command());
                }),
                Functions.text1("contact.saved", getPerson().fullName()));
    }

    private String changeEmployer() {
        return done(
                refusals.guard(() -> contacts.changeEmployer(linkId, linkVersion, linkForm.change())),
                Functions.text1("contact.change.done", getPerson().fullName()));
    }

    /** Takes one link away; somebody who is then known from nowhere else leads back to the list. */
    public String unlink(ContactLinkView link) {
        if (!refusals.guard(() -> contacts.remove(link.id(), link.version()))) {
            return null;
        }
        Messages.addFlashGlobalInfo(
                Functions.text2("contact.unlinked", getPerson().fullName(), link.tierName()));
        var seen = Refusals.refusalOf(() -> people.get(id)).isEmpty();
        return seen ? here() : "/contact/list.xhtml?faces-redirect=true";
    }

    /** The whole way to the deletion; says what was done. */
    public String remove() {
        var name = getPerson().fullName();
        if (!refusals.guard(() -> removal = people.removeStepByStep(id, version))) {
            return null;
        }
        removal.forEach(step -> Messages.addFlashGlobalInfo(name + " — " + stepText(step)));
        return "/contact/list.xhtml?faces-redirect=true";
    }

    private String done(boolean succeeded, String message) {
        if (!succeeded) {
            return null;
        }
        Messages.addFlashGlobalInfo(message);
        return here();
    }

    String here() {
        return "/contact/record.xhtml?faces-redirect=true&id=" + id;
    }

    /** Says by hand whether mails reach the person there. */
    public String rate(ContactLinkView link, String state) {
        return done(
                refusals.guard(() -> emails.set(link.id(), link.version(), EmailState.valueOf(state))),
                Functions.text1("contact.emailState.saved", link.email()));
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public PersonForm getPersonForm() {
        return personForm;
    }

    public LinkForm getLinkForm() {
        return linkForm;
    }

    public String getIdText() {
        return idText;
    }

    public void setIdText(String idText) {
        this.idText = idText;
    }

    public String getLinkText() {
        return linkText;
    }

    public void setLinkText(String linkText) {
        this.linkText = linkText;
    }

    public String getEdit() {
        return edit;
    }

    public void setEdit(String edit) {
        this.edit = edit;
    }
}
