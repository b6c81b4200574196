package fr.tiers.registry;

import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.TierData;
import java.util.List;

/**
 * A tier as it would be created from the directory.
 *
 * @param company what the directory says
 * @param data prefilled, for the user to correct
 * @param candidates tiers that may be the same party, best first
 */
public record RegistryDraft(CompanyMatch company, TierData data, List<DuplicateCandidate> candidates) {}
