package fr.tiers.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice as the ERP sends it: the whole of it, every time.
 *
 * @param type INVOICE or CREDIT_NOTE
 * @param dueDate may be null
 * @param currency ISO 4217; null means EUR
 * @param company code of the company that issued it; null means the tier's first, else the first of all
 */
public record ErpInvoice(
        String tierCode,
        String number,
        String type,
        LocalDate date,
        LocalDate dueDate,
        String currency,
        String company,
        List<Line> lines) {

    /**
     * One line.
     *
     * @param lineNumber tells the line from the others at the next sending
     * @param quantity null means 1
     * @param amount total of the line, taxes included, at most two decimals
     */
    public record Line(Integer lineNumber, String label, BigDecimal quantity, BigDecimal amount) {}

    String currencyOrDefault() {
        return currency == null ? "EUR" : currency;
    }

    BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
