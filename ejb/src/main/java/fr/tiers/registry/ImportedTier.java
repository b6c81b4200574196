package fr.tiers.registry;

import fr.tiers.tier.DuplicateCandidate;
import fr.tiers.tier.TierView;
import java.util.List;

/**
 * A tier just created from the directory.
 *
 * @param sameCompany tiers that were there before with the same SIREN or SIRET: the user is told, not stopped
 */
public record ImportedTier(TierView tier, List<DuplicateCandidate> sameCompany) {}
