package fr.tiers.contact.web;

import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.contact.PersonCommand;
import fr.tiers.customfield.CustomField;
import fr.tiers.customfield.web.FieldForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The inputs about a person. */
public class PersonForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String civility;
    private String lastName;
    private String firstName;
    private LocalDate birthday;
    private String language = "fr";
    private String linkedin;
    private String facebook;
    private String x;
    private String notes;
    private boolean doNotCall;
    private boolean doNotEmail;
    private boolean active = true;
    private String extranetLogin;
    private FieldForm custom = new FieldForm(List.of(), Map.of());

    /**
     * Shows what is known.
     *
     * @param fields the custom fields of people
     */
    public static PersonForm of(PersonCommand person, List<CustomField> fields) {
        var form = new PersonForm();
        form.civility = person.civility();
        form.lastName = person.lastName();
        form.firstName = person.firstName();
        form.birthday = person.birthday();
        form.language = person.language();
        form.linkedin = person.linkedin();
        form.facebook = person.facebook();
        form.x = person.x();
        form.notes = person.notes();
        form.doNotCall = person.doNotCall();
        form.doNotEmail = person.doNotEmail();
        form.active = person.active();
        form.extranetLogin = person.extranetLogin();
        form.custom = new FieldForm(fields, person.custom());
        form.refreshCustom();
        return form;
    }

    /** Shows and hides custom fields by the conditions that the save will check. */
    public void refreshCustom() {
        custom.refresh(ContactFieldOwner.facts(command()));
    }

    public PersonCommand command() {
        return new PersonCommand(
                civility,
                lastName,
                firstName,
                birthday,
                language,
                linkedin,
                facebook,
                x,
                notes,
                doNotCall,
                doNotEmail,
                active,
                extranetLogin,
                custom.values());
    }

    /** First name, last name. */
    public String fullName() {
        return firstName == null || firstName.isBlank() ? lastName : firstName + ' ' + lastName;
    }

    public FieldForm getCustom() {
        return custom;
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

    public LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(LocalDate birthday) {
        this.birthday = birthday;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getLinkedin() {
        return linkedin;
    }

    public void setLinkedin(String linkedin) {
        this.linkedin = linkedin;
    }

    public String getFacebook() {
        return facebook;
    }

    public void setFacebook(String facebook) {
        this.facebook = facebook;
    }

    public String getX() {
        return x;
    }

    public void setX(String x) {
        this.x = x;
    }

    public String getNotes() {
        return notes;
    }

    public void setNotes(String notes) {
        this.notes = notes;
    }

    public boolean isDoNotCall() {
        return doNotCall;
    }

    public void setDoNotCall(boolean doNotCall) {
        this.doNotCall = doNotCall;
    }

    public boolean isDoNotEmail() {
        return doNotEmail;
    }

    public void setDoNotEmail(boolean doNotEmail) {
        this.doNotEmail = doNotEmail;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getExtranetLogin() {
        return extranetLogin;
    }

    public void setExtranetLogin(String extranetLogin) {
        this.extranetLogin = extranetLogin;
    }
}
