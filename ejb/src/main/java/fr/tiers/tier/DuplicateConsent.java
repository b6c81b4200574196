package fr.tiers.tier;

import fr.tiers.kernel.Checks;

/**
 * What is to happen when a new tier is there already. The same SIRET is never created twice without a reason.
 *
 * @param given true when the candidates were seen and it is meant
 * @param reason why the same SIRET is wanted twice; null when nothing was said
 * @param refuseFrom score from which a candidate is a refusal; 100 is the same SIRET
 */
public record DuplicateConsent(boolean given, String reason, int refuseFrom) {

    private static final int SAME_SIRET = 100;

    /** The same SIRET is refused, anything less is let through. */
    public static final DuplicateConsent NONE = new DuplicateConsent(false, null, SAME_SIRET);

    public DuplicateConsent {
        reason = Checks.trim(reason);
    }

    /** Seen and meant; the same SIRET only with a reason. */
    public static DuplicateConsent of(boolean given, String reason) {
        return new DuplicateConsent(given, reason, SAME_SIRET);
    }

    /** Whether more than the same SIRET is a refusal. */
    boolean asksMore() {
        return !given && refuseFrom < SAME_SIRET;
    }

    boolean refuses(DuplicateCandidate candidate) {
        return !given && candidate.score() >= refuseFrom;
    }
}
