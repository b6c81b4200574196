package fr.tiers.address;

import java.time.LocalDate;
import java.util.List;

/**
 * A further address of a tier.
 *
 * @param usages BILLING, DELIVERY, HEAD_OFFICE, SITE
 * @param to last day of use; an address that is left is ended, not overwritten
 */
public record AddressView(
        long id,
        String label,
        String line1,
        String line2,
        String line3,
        String postalCode,
        String city,
        String country,
        String siret,
        List<String> usages,
        Double latitude,
        Double longitude,
        LocalDate from,
        LocalDate to) {}
