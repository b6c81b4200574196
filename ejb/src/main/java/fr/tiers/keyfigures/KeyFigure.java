package fr.tiers.keyfigures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The figures of one fiscal year. Null means "not published" or "not known", never zero.
 *
 * @param year the year the accounts are named after; not always that of the closing date
 * @param duration of the fiscal year in months, 1 to 36
 * @param turnover in euros
 * @param result net result in euros, negative for a loss
 * @param headcount staff at the closing date
 * @param confidential accounts deposited, amounts withheld
 * @param fetchedAt when the provider gave it or the user typed it
 */
public record KeyFigure(
        int year,
        LocalDate closingDate,
        Integer duration,
        BigDecimal turnover,
        BigDecimal result,
        Integer headcount,
        boolean confidential,
        FigureSource source,
        Instant fetchedAt) {}
