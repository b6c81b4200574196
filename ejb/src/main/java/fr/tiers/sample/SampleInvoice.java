package fr.tiers.sample;

import java.util.List;

/**
 * An invoice, or a credit note when {@code credit}; amounts in cents, tax included, negative on a credit note. Days count back from today.
 *
 * @param paid what has been paid of it, in cents
 */
record SampleInvoice(
        boolean credit, int daysAgo, int dueDaysAgo, List<Line> lines, long paid, int paidDaysAgo, String method) {

    /** @param paid in cents, of this line */
    record Line(String label, int quantity, long amount, long paid) {}

    long total() {
        return lines.stream().mapToLong(Line::amount).sum();
    }
}
