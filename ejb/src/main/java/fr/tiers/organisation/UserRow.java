package fr.tiers.organisation;

import fr.tiers.access.Role;
import java.util.List;
import java.util.Set;

/** A user as lists and forms show it; never with the password's hash. */
public record UserRow(
        long id,
        long version,
        String login,
        String displayName,
        String email,
        String language,
        String theme,
        boolean active,
        String company,
        Set<Role> roles,
        List<String> salesUnits,
        List<String> agencies,
        List<String> groups) {}
