package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import java.util.Set;

/**
 * Suspect, prospect, customer: one way only. Who is or was a customer never becomes a suspect or prospect again, a prospect never a
 * suspect. The customer function itself may be taken away (given by mistake, say): the tier is then a former customer, and stays one.
 */
final class OneWay {

    static final String SUSPECT = "SUSPECT";
    static final String PROSPECT = "PROSPECT";
    static final String CUSTOMER = "CUSTOMER";

    private OneWay() {}

    /**
     * @param wasCustomer whether the tier is or ever was a customer
     * @throws BusinessException REFUSED {@code tier-conversion-one-way}
     */
    static void check(String name, Set<String> before, Set<String> after, boolean wasCustomer) {
        boolean less = gains(SUSPECT, before, after) || gains(PROSPECT, before, after);
        boolean leftBehind = before.contains(CUSTOMER)
                && !after.contains(CUSTOMER)
                && (after.contains(PROSPECT) || after.contains(SUSPECT));
        if ((wasCustomer || before.contains(CUSTOMER)) && less || leftBehind) {
            throw new BusinessException(Kind.REFUSED, "tier-conversion-one-way", name);
        }
        boolean suspectAgain = before.contains(PROSPECT)
                && !after.contains(CUSTOMER)
                && after.contains(SUSPECT)
                && (!before.contains(SUSPECT) || !after.contains(PROSPECT));
        if (suspectAgain) {
            throw new BusinessException(Kind.REFUSED, "tier-prospect-one-way", name);
        }
    }

    private static boolean gains(String function, Set<String> before, Set<String> after) {
        return after.contains(function) && !before.contains(function);
    }
}
