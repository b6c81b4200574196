package fr.tiers.contact.web;

import fr.tiers.contact.ContactCommand;
import fr.tiers.contact.ContactLinkView;
import fr.tiers.contact.Contacts;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.shell.web.Functions;
import fr.tiers.tier.web.TierRecordView;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.util.Messages;

/** The people at the tier, and the form for one more. */
@Named("contactsOfTier")
@ViewScoped
public class ContactsOfTier implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Contacts contacts;
    private final TierRecordView record;
    private final Refusals refusals;
    private transient List<ContactLinkView> rows;
    private String civility;
    private String lastName;
    private String firstName;
    private String email;
    private String phone;
    private String role;
    private String jobTitle;
    private boolean main;
    private LocalDate from;

    protected ContactsOfTier() {
        this(null, null, null);
    }

    @Inject
    public ContactsOfTier(Contacts contacts, TierRecordView record, Refusals refusals) {
        this.contacts = contacts;
        this.record = record;
        this.refusals = refusals;
    }

    public List<ContactLinkView> getRows() {
        if (rows == null) {
            rows = contacts.ofTier(record.getId());
        }
        return rows;
    }

    public String add() {
        var command = new ContactCommand(
                null, civility, lastName, firstName, email, phone, role, jobTitle, null, main, from, null);
        if (!refusals.guard(() -> contacts.add(record.getId(), command))) {
            return null;
        }
        Messages.addFlashGlobalInfo(Functions.text1("contact.added", name(firstName, lastName)));
        return record.openTabUrl("contact");
    }

    public static String name(String firstName, String lastName) {
        return firstName == null ? lastName : firstName + ' ' + lastName;
    }

    public String getCivility() {
        return civility;
    }

    public void setCivility(String civility) {
        this.civility = civility;
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = firstName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public boolean isMain() {
        return main;
    }

    public void setMain(boolean main) {
        this.main = main;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
