package fr.tiers.contact;

import java.time.LocalDate;

/**
 * CDI event, fired in the transaction in which somebody goes from one tier to another.
 *
 * @param person first and last name
 * @param oldTier id
 * @param newTier id
 * @param newLink link to the new tier
 * @param jobTitle there, or null
 * @param from first day there
 */
public record EmployerChanged(
        String person, long oldTier, long newTier, long newLink, String jobTitle, LocalDate from) {}
