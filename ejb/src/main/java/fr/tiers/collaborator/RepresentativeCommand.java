package fr.tiers.collaborator;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody who shall represent us.
 *
 * @param user login
 * @param share percent, at most two decimals
 * @param from first day; null for always
 * @param to last day; null for ever
 */
public record RepresentativeCommand(String user, BigDecimal share, LocalDate from, LocalDate to) {

    boolean overlaps(RepresentativeCommand other) {
        return !starts().isAfter(other.ends()) && !other.starts().isAfter(ends());
    }

    boolean isInForce(LocalDate day) {
        return !starts().isAfter(day) && !ends().isBefore(day);
    }

    LocalDate starts() {
        return from == null ? LocalDate.MIN : from;
    }

    LocalDate ends() {
        return to == null ? LocalDate.MAX : to;
    }
}
