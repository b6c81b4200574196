package fr.tiers.keyfigures;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One fiscal year as a provider publishes it; amounts in euros, null where not published.
 *
 * @param duration in months, null when not told or nonsense
 */
public record PublicFigure(
        int year, LocalDate closingDate, Integer duration, BigDecimal turnover, BigDecimal result, Integer headcount) {

    /** A closing date without any amount: the accounts were deposited under a declaration of confidentiality. */
    public boolean confidential() {
        return turnover == null && result == null && headcount == null;
    }
}
