package fr.tiers.contact;

import fr.tiers.kernel.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A person with all links the caller may see.
 *
 * @param extranetState null without an account
 * @param custom values of custom fields by code
 * @param tags labels
 * @param photo whether there is one, to be read at its own path
 * @param links current ones first, then by their beginning, newest first
 */
public record PersonView(
        long id,
        long version,
        String civility,
        String lastName,
        String firstName,
        LocalDate birthday,
        String language,
        String linkedin,
        String facebook,
        String x,
        String notes,
        boolean doNotCall,
        boolean doNotEmail,
        boolean active,
        String extranetLogin,
        AccountState extranetState,
        Map<String, Object> custom,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        boolean photo,
        List<ContactLinkView> links) {

    /** First name, last name. */
    public String fullName() {
        return firstName == null ? lastName : firstName + ' ' + lastName;
    }

    /** What can be written, as it is now. */
    public PersonCommand toCommand() {
        return Records.like(this, PersonCommand.class);
    }
}
