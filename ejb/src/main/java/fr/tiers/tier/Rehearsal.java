package fr.tiers.tier;

import fr.tiers.kernel.BusinessException;
import java.util.function.Supplier;

/**
 * What a save would do. A refusal is an answer here: thrown, it would take the transaction with it, and with that the rehearsals of many others.
 *
 * @param after as the tier would be kept; null when it is refused
 * @param refusal null when it is not
 */
public record Rehearsal(TierData after, BusinessException refusal) {

    static Rehearsal of(Supplier<TierData> work) {
        try {
            return new Rehearsal(work.get(), null);
        } catch (BusinessException e) {
            return new Rehearsal(null, e);
        }
    }
}
