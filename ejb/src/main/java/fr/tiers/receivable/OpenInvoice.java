package fr.tiers.receivable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An invoice locked for payment, with its lines as they are under the lock.
 *
 * @param companyId null when the ERP named none
 */
record OpenInvoice(long id, Long companyId, String number, boolean creditNote, String currency, List<OpenLine> lines) {

    Optional<OpenLine> line(long lineId) {
        return lines.stream().filter(line -> line.id() == lineId).findFirst();
    }

    BigDecimal open() {
        return lines.stream().map(OpenLine::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Most of what is open: zero and this amount are the limits of what may be paid on the invoice as a whole. */
    boolean accepts(BigDecimal payment) {
        return payment.signum() >= 0 && payment.compareTo(open().max(BigDecimal.ZERO)) <= 0;
    }
}
