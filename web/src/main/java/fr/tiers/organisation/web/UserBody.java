package fr.tiers.organisation.web;

import fr.tiers.access.Role;
import fr.tiers.organisation.UserCommand;
import java.util.List;
import java.util.Set;

/**
 * What is sent of a user.
 *
 * @param language fr or en
 * @param active true when absent
 * @param password required for a new user; absent leaves the old one
 * @param company code
 * @param salesUnits codes of the units the user works for; sees everything below them
 * @param agencies codes of the agencies the user works for
 * @param groups codes
 */
public record UserBody(
        String login,
        String displayName,
        String email,
        String language,
        Boolean active,
        String password,
        String company,
        Set<Role> roles,
        List<String> salesUnits,
        List<String> agencies,
        List<String> groups) {

    UserCommand command() {
        return new UserCommand(
                login,
                displayName,
                email,
                language,
                active == null || active,
                password,
                company,
                roles,
                salesUnits,
                agencies,
                groups);
    }
}
