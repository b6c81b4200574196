package fr.tiers.collaborator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody who represents us at a tier.
 *
 * @param user login
 * @param share percent of what is sold there; null when nothing is split
 * @param from first day; null for always
 * @param to last day; null for ever
 */
public record Representative(
        String user, String displayName, BigDecimal share, LocalDate from, LocalDate to, boolean inForce)
        implements Serializable {}
