package fr.tiers.tier;

import java.util.List;

/** Who may be there already: asked before a tier is created, answered by the feature that compares. */
public interface Duplicates {

    /**
     * @param data as typed; it stays as it is
     * @param exceptId the tier being edited; null at creation
     * @return tiers that the caller may see, best first, at most ten
     */
    List<DuplicateCandidate> of(TierData data, Long exceptId);

    /**
     * Somebody has created the tier although these were known, and said why: they are not proposed again.
     *
     * @param reason in the words of whoever insisted
     */
    void accepted(long tierId, List<DuplicateCandidate> candidates, String reason);
}
