package fr.tiers.contact;

import fr.tiers.kernel.Checks;
import java.time.LocalDate;

/**
 * Somebody goes from one tier to another.
 *
 * @param tierId the new employer
 * @param from first day there; the link to the old one ends the day before
 */
public record EmployerChange(
        Long tierId,
        LocalDate from,
        String jobTitle,
        String jobFamily,
        String department,
        DecisionRole decisionRole,
        String email,
        String phone,
        String mobile) {

    void check(ContactLinkView leaving) {
        var checks = new Checks().required("tierId", tierId).required("from", from);
        if (from != null) {
            LinkCommand.day(checks, "from", from);
            checks.holds(leaving.from() == null || from.isAfter(leaving.from()), "from", "before-start");
        }
        if (tierId != null) {
            checks.holds(tierId != leaving.tierId(), "tierId", "same-employer");
        }
        // the job there is checked as any other
        checks = link().check(checks);
        checks.refuse();
    }

    LinkCommand link() {
        return new LinkCommand(
                null,
                jobTitle,
                jobFamily,
                department,
                decisionRole,
                email,
                phone,
                mobile,
                false,
                true,
                from,
                null,
                null,
                null);
    }
}
