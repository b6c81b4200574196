package fr.tiers.contact.web;

import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.LinkCommand;
import fr.tiers.contact.Slot;
import java.time.LocalDate;
import java.util.List;

/** What is sent of a person's link to one more tier. */
public record NewLink(
        Long tierId,
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

    LinkCommand link() {
        return new LinkCommand(
                role,
                jobTitle,
                jobFamily,
                department,
                decisionRole,
                email,
                phone,
                mobile,
                main,
                active,
                from,
                to,
                reportsTo,
                availability);
    }
}
