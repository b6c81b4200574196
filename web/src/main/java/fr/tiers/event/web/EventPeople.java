package fr.tiers.event.web;

import fr.tiers.contact.ContactLinkView;
import fr.tiers.event.Participant;
import fr.tiers.kernel.Checks;
import fr.tiers.organisation.Users;
import fr.tiers.shell.web.Functions;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Messages;

/** Who takes part in the meeting of the open form. */
@Named("eventPeople")
@ViewScoped
public class EventPeople implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EventEditor editor;
    private String colleague;
    private Long contact;
    private String email;

    protected EventPeople() {
        this(null);
    }

    @Inject
    public EventPeople(EventEditor editor) {
        this.editor = editor;
    }

    /** Adds whoever was chosen or typed; somebody who takes part already is not added twice. */
    public void add() {
        if (colleague != null) {
            take(new Participant(colleague, null, null, userName(colleague), null));
        }
        if (contact != null) {
            take(new Participant(null, contact, null, contactName(contact), null));
        }
        var guest = Checks.trim(email);
        if (guest != null) {
            var checks = new Checks().email("email", guest);
            if (!checks.violations().isEmpty()) {
                Messages.add(
                        "eventForm:guest",
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, Functions.text("violation.email-shape"), null));
                return;
            }
            take(Participant.guest(guest, null));
        }
        colleague = null;
        contact = null;
        email = null;
    }

    private void take(Participant wished) {
        var people = editor.getForm().getParticipants();
        if (people.stream().noneMatch(each -> each.isSame(wished))) {
            people.add(wished);
        }
    }

    public void remove(int index) {
        var people = editor.getForm().getParticipants();
        if (index >= 0 && index < people.size()) {
            people.remove(index);
        }
    }

    private String userName(String login) {
        return editor.getUsers().stream()
                .filter(user -> user.login().equals(login))
                .map(user -> user.displayName())
                .findFirst()
                .orElse(login);
    }

    private String contactName(long id) {
        return editor.getContacts().stream()
                .filter(link -> link.contactId() == id)
                .map(ContactLinkView::fullName)
                .findFirst()
                .orElse(null);
    }

    public List<Participant> getList() {
        return editor.getForm().getParticipants();
    }

    /** Colleagues who can be added. */
    public List<Users.Name> getUsers() {
        return editor.getUsers();
    }

    /** People at the tier who can be added. */
    public List<ContactLinkView> getContacts() {
        return editor.getContacts();
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = colleague;
    }

    public Long getContact() {
        return contact;
    }

    public void setContact(Long contact) {
        this.contact = contact;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
