package fr.tiers.contact.web;

import fr.tiers.codelist.PlainEntry;
import fr.tiers.codelist.web.CodeLabels;
import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.EmailState;
import fr.tiers.contact.JobFamilies;
import fr.tiers.contact.Slot;
import fr.tiers.contact.Slots;
import fr.tiers.shell.web.Functions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for codes, and what can be chosen. */
@Named("contactLabels")
@RequestScoped
public class ContactLabels {

    private final CodeLabels<PlainEntry> families;

    protected ContactLabels() {
        this(null);
    }

    @Inject
    public ContactLabels(JobFamilies families) {
        this.families = new CodeLabels<>(families);
    }

    /** @param present stays in the list although it is no longer offered */
    public List<PlainEntry> families(String present) {
        return families.choices(present);
    }

    public String family(String code) {
        return families.label(code).orElse(code);
    }

    public String familyLabel(PlainEntry family) {
        return CodeLabels.label(family);
    }

    public DecisionRole[] getDecisionRoles() {
        return DecisionRole.values();
    }

    public List<String> getDays() {
        return Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }

    /** Job title and department, or the family when there is no title. */
    public String job(String title, String family, String department) {
        var job = title == null && family != null ? family(family) : title;
        return Stream.of(job, department).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    /** One line per day that has slots. */
    public List<String> week(List<Slot> slots) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> slots.stream().anyMatch(slot -> slot.day() == day))
                .map(day -> Functions.text("contact.day." + day.name()) + " : " + Slots.text(day, slots))
                .toList();
    }

    /** @return where the photo is to be had; null when there is none */
    public String photo(long contactId, boolean present) {
        return present
                ? FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/api/v1/contacts/"
                        + contactId + "/photo"
                : null;
    }

    /** The colour of a pill about an address. */
    public String emailKind(EmailState state) {
        return switch (state) {
            case UNKNOWN -> "neutral";
            case VALID -> "success";
            case SOFT_BOUNCE, UNSUBSCRIBED -> "warning";
            case INVALID, COMPLAINT -> "danger";
        };
    }

    /** The same as one letter, where an icon font cannot go: into a picture. */
    public String emailSign(EmailState state) {
        return switch (state) {
            case UNKNOWN -> "?";
            case VALID -> "✓";
            case SOFT_BOUNCE -> "!";
            case INVALID, UNSUBSCRIBED, COMPLAINT -> "✕";
        };
    }

    /** The icon of a pill about an address. */
    public String emailIcon(EmailState state) {
        return switch (state) {
            case UNKNOWN -> "pi-question-circle";
            case VALID -> "pi-check-circle";
            case SOFT_BOUNCE -> "pi-exclamation-circle";
            case UNSUBSCRIBED -> "pi-ban";
            case INVALID, COMPLAINT -> "pi-times-circle";
        };
    }
}
