package fr.tiers.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A person in a list, with the one link that matters most: where one can turn to the person, as main contact if possible.
 *
 * @param id of the person
 * @param linkId null, as all that follows to {@code current}, for somebody without any link
 * @param emailState null for somebody without any link
 * @param others how many more links the caller may see
 * @param extranetState null without an account
 * @param custom values of custom fields by code
 * @param tags labels
 */
public record ContactRow(
        long id,
        String civility,
        String lastName,
        String firstName,
        Long linkId,
        Long tierId,
        String tierName,
        String jobTitle,
        String jobFamily,
        DecisionRole decisionRole,
        String email,
        String phone,
        String mobile,
        boolean main,
        boolean current,
        long others,
        boolean doNotCall,
        boolean doNotEmail,
        AccountState extranetState,
        Map<String, Object> custom,
        Instant updatedAt,
        boolean photo,
        EmailState emailState,
        List<String> tags) {

    /** First name, last name. */
    public String fullName() {
        return firstName == null ? lastName : firstName + ' ' + lastName;
    }
}
