package fr.tiers.contact.web;

import fr.tiers.contact.DecisionRole;
import fr.tiers.contact.LinkCommand;
import fr.tiers.contact.PersonCommand;
import fr.tiers.contact.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is sent of a new contact at a tier: the person and the link in one.
 *
 * @param contactId a person already known, whose own fields then stay as they are; absent for a new one
 * @param active of the link
 */
public record NewContact(
        Long contactId,
        String civility,
        String lastName,
        String firstName,
        LocalDate birthday,
        String language,
        String linkedin,
        String facebook,
        String x,
        String notes,
        Boolean doNotCall,
        Boolean doNotEmail,
        String extranetLogin,
        Map<String, Object> custom,
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

    PersonCommand person() {
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
                true,
                extranetLogin,
                custom);
    }

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
