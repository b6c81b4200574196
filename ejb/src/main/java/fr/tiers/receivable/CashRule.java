package fr.tiers.receivable;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import java.math.BigDecimal;
import java.util.Set;

/**
 * How much of a debt may be paid in cash: code monétaire et financier, L.112-6 and D.112-3. A debt must not be cut into pieces to stay below,
 * so what was paid in cash before on the same invoices counts.
 */
final class CashRule {

    /** Whoever pays a professional and lives in France, or pays for a profession. */
    private static final BigDecimal CEILING = new BigDecimal("1000");

    /** Individuals who live abroad. */
    private static final BigDecimal CEILING_ABROAD = new BigDecimal("15000");

    /** Territories where the tax domicile is French. */
    private static final Set<String> FRANCE = Set.of("FR", "GP", "MQ", "GF", "RE", "YT");

    private CashRule() {}

    static BigDecimal ceiling(boolean company, String country) {
        return company || FRANCE.contains(country) ? CEILING : CEILING_ABROAD;
    }

    /**
     * @param before cash received earlier on the same invoices
     * @throws BusinessException REFUSED {@code payment-cash-ceiling} with the ceiling and what was received before
     */
    static void check(boolean company, String country, BigDecimal amount, BigDecimal before) {
        var ceiling = ceiling(company, country);
        if (before.add(amount).compareTo(ceiling) > 0) {
            throw new BusinessException(Kind.REFUSED, "payment-cash-ceiling", ceiling, before);
        }
    }
}
