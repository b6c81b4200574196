package fr.tiers.contact;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Checks;
import java.time.LocalDate;
import java.util.Set;

/**
 * A person to put to a tier.
 *
 * @param contactId a person already known, whose names then stay as they are; null for a new one
 * @param main true makes this the main contact in place of the former one
 */
public record ContactCommand(
        Long contactId,
        String civility,
        String lastName,
        String firstName,
        String email,
        String phone,
        String role,
        String jobTitle,
        String jobFamily,
        boolean main,
        LocalDate from,
        LocalDate to) {

    private static final Set<String> CIVILITIES = Set.of("M", "MME");

    public ContactCommand {
        civility = Checks.trim(civility);
        lastName = Checks.trim(lastName);
        firstName = Checks.trim(firstName);
        email = Checks.trim(email);
        phone = Checks.trim(phone);
        role = Checks.trim(role);
        jobTitle = Checks.trim(jobTitle);
        jobFamily = Checks.trim(jobFamily);
    }

    /** @throws BusinessException INVALID with every violation */
    void check() {
        var checks = new Checks();
        if (contactId == null) {
            checks.required("lastName", lastName);
        }
        checks.oneOf("civility", civility, CIVILITIES)
                .text("lastName", lastName)
                .text("firstName", firstName)
                .email("email", email)
                .phone("phone", phone)
                .text("role", role)
                .text("jobTitle", jobTitle)
                .text("jobFamily", jobFamily)
                .period("to", from, to)
                .refuse();
    }
}
