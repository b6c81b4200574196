package fr.tiers.organisation;

import fr.tiers.access.Role;
import java.util.List;
import java.util.Set;

/**
 * What an administrator enters for a user.
 *
 * @param password null leaves it as it is (refused at creation)
 * @param company code, or null
 * @param salesUnits codes of the units the user works for; sees everything below them
 * @param agencies codes of the agencies the user works for
 * @param groups codes
 */
public record UserCommand(
        String login,
        String displayName,
        String email,
        String language,
        boolean active,
        String password,
        String company,
        Set<Role> roles,
        List<String> salesUnits,
        List<String> agencies,
        List<String> groups) {

    /** A list that is not given is empty. */
    public UserCommand {
        roles = roles == null ? Set.of() : roles;
        salesUnits = salesUnits == null ? List.of() : salesUnits;
        agencies = agencies == null ? List.of() : agencies;
        groups = groups == null ? List.of() : groups;
    }
}
