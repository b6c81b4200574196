package fr.tiers.contact;

import java.time.LocalDate;

/**
 * A person at a tier.
 *
 * @param id of the link
 * @param contactId of the person
 * @param civility M, MME or null
 * @param main exactly one per tier that has contacts
 */
public record ContactLinkView(
        long id,
        long contactId,
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
        LocalDate to) {}
