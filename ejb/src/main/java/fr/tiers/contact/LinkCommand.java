package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is written about a person at a tier.
 *
 * @param jobFamily code of a {@link JobFamilies}
 * @param main true makes this the main contact in place of the former one; false hands over to the next one, if there is any
 * @param active true when absent
 * @param reportsTo the link of the superior at the same tier
 * @param availability slots of the week; none when absent
 */
public record LinkCommand(
        String role,
        String jobTitle,
        String jobFamily,
        String department,
        DecisionRole decisionRole,
        String email,
        String phone,
        String mobile,
        Boolean main,
        Boolean active,
        LocalDate from,
        LocalDate to,
        Long reportsTo,
        List<Slot> availability) {

    private static final int MAX_SLOTS = 50;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    public LinkCommand {
        role = Checks.trim(role);
        jobTitle = Checks.trim(jobTitle);
        jobFamily = Checks.trim(jobFamily);
        department = Checks.trim(department);
        email = Checks.trim(email);
        phone = Checks.trim(phone);
        mobile = Checks.trim(mobile);
        main = Boolean.TRUE.equals(main);
        active = active == null || active;
        // null items are kept for the check to name them
        availability = availability == null ? List.of() : availability;
    }

    /** How to reach somebody and what for; everything else as it is by default. */
    public static LinkCommand of(String jobTitle, String jobFamily, String email, String phone, boolean main) {
        return new LinkCommand(
                null, jobTitle, jobFamily, null, null, email, phone, null, main, null, null, null, null, null);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        check(new Checks()).refuse();
    }

    Checks check(Checks checks) {
        checks.text("role", role)
                .text("jobTitle", jobTitle)
                .text("jobFamily", jobFamily)
                .text("department", department)
                .email("email", email)
                .phone("phone", phone)
                .phone("mobile", mobile)
                .period("to", from, to);
        day(checks, "from", from);
        day(checks, "to", to);
        checks.holds(availability.size() <= MAX_SLOTS, "availability", "too-many", MAX_SLOTS);
        boolean complete = availability.stream()
                .allMatch(slot -> slot != null && slot.day() != null && slot.from() != null && slot.to() != null);
        checks.holds(complete, "availability", "required");
        if (complete) {
            checks.holds(
                    availability.stream()
                            .allMatch(slot -> slot.from().isBefore(slot.to())
                                    && slot.from().getNano() == 0),
                    "availability",
                    "before-start");
            checks.holds(Slots.areApart(availability), "availability", "slots-overlap");
        }
        return checks;
    }

    static void day(Checks checks, String field, LocalDate day) {
        checks.holds(
                day == null || day.getYear() >= EARLIEST && day.getYear() <= LATEST,
                field,
                "out-of-range",
                EARLIEST,
                LATEST);
    }

    boolean hasSuperior(Long superior) {
        return Objects.equals(reportsTo, superior);
    }
}
