package fr.tiers.customfield;

import fr.tiers.access.Caller;
import fr.tiers.access.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one caller may know and change of custom fields: the one place that decides, for Java and for SQL. Administrators define the
 * fields, so nothing is kept from them.
 *
 * @param roles null for whoever sees all
 * @param program whether the request came by REST
 */
record FieldSight(Set<String> roles, boolean program) {

    /** Jobs, and what the product does by itself. */
    static final FieldSight ALL = new FieldSight(null, false);

    static FieldSight of(Caller caller, boolean program) {
        if (caller.isSystem()) {
            return ALL;
        }
        var roles = caller.has(Role.ADMINISTRATOR)
                ? null
                : caller.roles().stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new));
        return new FieldSight(roles, program);
    }

    /** @param viewers null for everybody */
    boolean conceals(List<String> viewers, boolean api) {
        return program && !api
                || roles != null && viewers != null && viewers.stream().noneMatch(roles::contains);
    }

    /** Seen, but not the caller's to change. */
    boolean locks(FieldDefinition field) {
        return roles != null
                && !field.editableBy().isEmpty()
                && field.editableBy().stream().noneMatch(roles::contains);
    }

    /** The same as {@link #conceals} as SQL about a row {@code f} of custom_field; made of names of roles only. */
    String concealed() {
        var byRole = roles == null
                ? "false"
                : "(f.viewers is not null and not f.viewers && array["
                        + roles.stream().map(role -> '\'' + role + '\'').collect(Collectors.joining(","))
                        + "]::text[])";
        return program ? "(not f.api or " + byRole + ')' : byRole;
    }
}
