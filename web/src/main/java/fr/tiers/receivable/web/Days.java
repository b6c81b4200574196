package fr.tiers.receivable.web;

import fr.tiers.kernel.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads a day from a parameter. */
final class Days {

    private Days() {}

    /** @return null when absent */
    static LocalDate of(String name, String text) {
        try {
            // beyond four digits of year PostgreSQL and people disagree
            if (text != null && text.length() != 10) {
                throw BusinessException.invalid(name, "wrong-type");
            }
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw BusinessException.invalid(name, "wrong-type");
        }
    }
}
