package fr.tiers.contact;

import fr.tiers.kernel.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A person at a tier.
 *
 * @param id of the link
 * @param version of the link
 * @param contactId of the person
 * @param civility M, MME or null
 * @param main exactly one per tier that has current contacts
 * @param active false for somebody who is there but not to be contacted
 * @param current active, and not gone
 * @param reportsTo link of the superior at the same tier
 * @param doNotCall what the person wants, at every tier
 * @param availability when to reach the person, Monday first
 * @param photo whether there is a photo of the person
 * @param emailState whether mails arrive; UNKNOWN until somebody or something says so
 * @param emailStateAt since when that is known; null while unknown
 */
public record ContactLinkView(
        long id,
        long version,
        long contactId,
        long tierId,
        String tierName,
        String civility,
        String lastName,
        String firstName,
        String email,
        String phone,
        String mobile,
        String role,
        String jobTitle,
        String jobFamily,
        String department,
        DecisionRole decisionRole,
        boolean main,
        boolean active,
        boolean current,
        Long reportsTo,
        LocalDate from,
        LocalDate to,
        boolean doNotCall,
        boolean doNotEmail,
        List<Slot> availability,
        boolean photo,
        EmailState emailState,
        Instant emailStateAt) {

    /** First name, last name. */
    public String fullName() {
        return firstName == null ? lastName : firstName + ' ' + lastName;
    }

    /** What can be written, as it is now. */
    public LinkCommand toCommand() {
        return Records.like(this, LinkCommand.class);
    }
}
