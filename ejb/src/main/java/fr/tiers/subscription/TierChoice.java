package fr.tiers.subscription;

import java.util.List;

/**
 * Of what somebody is told of one tier.
 *
 * @param own whether it was chosen for this tier; otherwise the codes are those of all tiers
 * @param codes as the catalogue of happenings names them
 * @param version 0 as long as nothing was chosen for this tier
 */
public record TierChoice(long tier, boolean own, List<String> codes, long version) {

    public TierChoice {
        codes = List.copyOf(codes);
    }

    /**
     * What is wished.
     *
     * @param codes an empty list: nothing of this tier
     */
    public record Wish(List<String> codes) {}
}
