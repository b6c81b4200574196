package fr.tiers.contact.web;

import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.EmployerChange;
import fr.tiers.contact.LinkCommand;
import fr.tiers.contact.Slot;
import fr.tiers.contact.Slots;
import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import fr.tiers.tier.web.TierPick;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inputs about a person at a tier. Slots of the week are one text per day. */
public class LinkForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private TierPick tier;
    private String role;
    private String jobTitle;
    private String jobFamily;
    private String department;
    private String decisionRole;
    private String email;
    private String phone;
    private String mobile;
    private boolean main;
    private boolean active = true;
    private LocalDate from;
    private LocalDate to;
    private Long reportsTo;
    private final Map<String, String> slots = new HashMap<>();

    /** Shows what is known. */
    public static LinkForm of(LinkCommand link) {
        var form = new LinkForm();
        form.role = link.role();
        form.jobTitle = link.jobTitle();
        form.jobFamily = link.jobFamily();
        form.department = link.department();
        form.email = link.email();
        form.phone = link.phone();
        form.mobile = link.mobile();
        form.main = link.main();
        form.active = link.active();
        form.from = link.from();
        form.to = link.to();
        form.reportsTo = link.reportsTo();
        form.decisionRole =
                link.decisionRole() == null ? null : link.decisionRole().name();
        for (var day : DayOfWeek.values()) {
            form.slots.put(day.name(), Slots.text(day, link.availability()));
        }
        return form;
    }

    /** @throws BusinessException INVALID for slots that cannot be understood */
    public LinkCommand command() {
        return new LinkCommand(
                role,
                jobTitle,
                jobFamily,
                department,
                decides(),
                email,
                phone,
                mobile,
                main,
                active,
                from,
                to,
                reportsTo,
                availability());
    }

    /** The same as somebody's new job. */
    public EmployerChange change() {
        return new EmployerChange(
                tier == null ? null : tier.id(),
                from,
                jobTitle,
                jobFamily,
                department,
                decides(),
                email,
                phone,
                mobile);
    }

    private DecisionRole decides() {
        return decisionRole == null || decisionRole.isEmpty() ? null : DecisionRole.valueOf(decisionRole);
    }

    private List<Slot> availability() {
        var found = new ArrayList<Slot>();
        var wrong = new ArrayList<Violation>();
        for (var day : DayOfWeek.values()) {
            var typed = slots.get(day.name());
            if (typed != null) {
                Slots.parse(day, typed)
                        .ifPresentOrElse(
                                found::addAll, () -> wrong.add(new Violation("slot" + day.name(), "slots-shape")));
            }
        }
        if (!wrong.isEmpty()) {
            throw BusinessException.invalid(wrong);
        }
        return found;
    }

    /** By the name of the day. */
    public Map<String, String> getSlots() {
        return slots;
    }

    public TierPick getTier() {
        return tier;
    }

    public void setTier(TierPick tier) {
        this.tier = tier;
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

    public String getJobFamily() {
        return jobFamily;
    }

    public void setJobFamily(String jobFamily) {
        this.jobFamily = jobFamily;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getDecisionRole() {
        return decisionRole;
    }

    public void setDecisionRole(String decisionRole) {
        this.decisionRole = decisionRole;
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

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public boolean isMain() {
        return main;
    }

    public void setMain(boolean main) {
        this.main = main;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public Long getReportsTo() {
        return reportsTo;
    }

    public void setReportsTo(Long reportsTo) {
        this.reportsTo = reportsTo;
    }
}
