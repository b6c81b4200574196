package fr.tiers.merge.web;

import fr.tiers.contact.ContactFieldOwner;
import fr.tiers.contact.Contacts;
import fr.tiers.contact.People;
import fr.tiers.customfield.FieldFilter;
import fr.tiers.customfield.web.FieldWords;
import fr.tiers.kernel.web.Refusals;
import fr.tiers.letter.web.ContactPick;
import fr.tiers.merge.MergeCommand;
import fr.tiers.merge.MergePreview;
import fr.tiers.merge.MergePreview.Party;
import fr.tiers.merge.PersonMerges;
import fr.tiers.shell.web.Functions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** The page of a merge of contacts. */
@Named("contactMergePage")
@ViewScoped
public class ContactMergePage extends MergeComparison {

    private static final long serialVersionUID = 1L;

    private final PersonMerges merges;
    private final People people;
    private final Contacts contacts;
    private final FieldWords fields;
    private ContactPick other;

    protected ContactMergePage() {
        this(null, null, null, null, null);
    }

    @Inject
    public ContactMergePage(
            PersonMerges merges, People people, Contacts contacts, FieldWords fields, Refusals refusals) {
        super(refusals);
        this.merges = merges;
        this.people = people;
        this.contacts = contacts;
        this.fields = fields;
    }

    @Override
    protected String entity() {
        return "contact";
    }

    @Override
    protected Party open(long id) {
        var person = people.get(id);
        return new Party(id, null, person.fullName(), null, List.of(), person.version());
    }

    @Override
    protected MergePreview preview(long into, MergeCommand command) {
        return merges.preview(into, command);
    }

    @Override
    protected long carryOut(long into, MergeCommand command) {
        return merges.merge(into, command).mergeId();
    }

    @Override
    protected String label(String line) {
        return line.startsWith(FieldFilter.PREFIX)
                ? fields.label(ContactFieldOwner.OBJECT, line.substring(FieldFilter.PREFIX.length()))
                : Functions.text("merge.contact.field." + line);
    }

    @Override
    protected String shown(String line, String text) {
        if (text.isEmpty()) {
            return Functions.text("format.none");
        }
        return switch (line) {
            case "civility" -> Functions.text("tier.civility." + text);
            case "language" -> Functions.text("tier.language." + text);
            case "birthday" -> Functions.date(LocalDate.parse(text));
            case "active" -> Functions.text(Boolean.parseBoolean(text) ? "tier.yes" : "tier.no");
            default -> text;
        };
    }

    @Override
    protected String texts() {
        return "merge.contact.";
    }

    @Override
    public String record(long id) {
        return "/contact/record.xhtml?id=" + id;
    }

    @Override
    protected String page() {
        return "contact.xhtml";
    }

    /** A person is found by one of the jobs. */
    public void pick() {
        if (other != null) {
            with(contacts.get(other.link()).contactId());
        }
    }

    public ContactPick getOther() {
        return other;
    }

    public void setOther(ContactPick other) {
        this.other = other;
    }
}
