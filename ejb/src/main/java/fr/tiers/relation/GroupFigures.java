package fr.tiers.relation;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure over a tier and all that hang below it. Only tiers that the caller may see are counted.
 *
 * @param amounts one sum per currency, the largest first; empty when no counted tier has a figure
 * @param tiers how many tiers were counted, with or without a figure
 * @param withFigure how many of them have one
 * @param hidden how many tiers of the tree are not the caller's to see
 */
public record GroupFigures(List<Sum> amounts, long tiers, long withFigure, long hidden) {

    /** A sum in one currency. */
    public record Sum(String currency, BigDecimal amount) {}
}
