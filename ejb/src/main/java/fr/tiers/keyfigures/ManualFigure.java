package fr.tiers.keyfigures;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.Violation;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures typed by a user.
 *
 * @param year the year they are named after
 * @param closingDate null for 31 December of that year
 * @param duration months, null when not known
 * @param turnover in euros
 * @param result in euros
 */
public record ManualFigure(
        Integer year,
        LocalDate closingDate,
        Integer duration,
        BigDecimal turnover,
        BigDecimal result,
        Integer headcount)
        implements Serializable {

    private static final int FIRST_YEAR = 1900;
    private static final int LONGEST = 36;
    private static final BigDecimal LIMIT = new BigDecimal("1e15");
    private static final int MOST_STAFF = 10_000_000;

    /** @return the same with its closing date filled in */
    ManualFigure completed() {
        return closingDate != null
                ? this
                : new ManualFigure(year, LocalDate.of(year, 12, 31), duration, turnover, result, headcount);
    }

    /**
     * @param today no fiscal year is named after a year to come
     * @throws BusinessException INVALID with every field that breaks a rule
     */
    void validate(LocalDate today) {
        var violations = new ArrayList<Violation>();
        if (year == null) {
            violations.add(new Violation("year", "required"));
        } else {
            checkYear(today, violations);
        }
        if (duration != null && (duration < 1 || duration > LONGEST)) {
            violations.add(new Violation("duration", "out-of-range", 1, LONGEST));
        }
        if (turnover == null && result == null && headcount == null) {
            violations.add(new Violation("turnover", "required"));
        }
        if (turnover != null && (turnover.signum() < 0 || turnover.compareTo(LIMIT) > 0)) {
            violations.add(new Violation("turnover", "out-of-range", 0, LIMIT.toPlainString()));
        }
        if (result != null && result.abs().compareTo(LIMIT) > 0) {
            violations.add(
                    new Violation("result", "out-of-range", LIMIT.negate().toPlainString(), LIMIT.toPlainString()));
        }
        if (headcount != null && (headcount < 0 || headcount > MOST_STAFF)) {
            violations.add(new Violation("headcount", "out-of-range", 0, MOST_STAFF));
        }
        if (!violations.isEmpty()) {
            throw BusinessException.invalid(violations);
        }
    }

    private void checkYear(LocalDate today, List<Violation> violations) {
        if (year < FIRST_YEAR || year > today.getYear()) {
            violations.add(
                    new Violation("year", "out-of-range", String.valueOf(FIRST_YEAR), String.valueOf(today.getYear())));
        } else if (closingDate != null && Math.abs(closingDate.getYear() - year) > 1) {
            violations.add(new Violation("closingDate", "out-of-range", (year - 1) + "-01-01", (year + 1) + "-12-31"));
        }
    }
}
