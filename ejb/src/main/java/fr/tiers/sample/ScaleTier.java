package fr.tiers.sample;

import java.util.List;

/**
 * A tier of the large base, placed within the structure.
 *
 * @param owner login, or null
 */
record ScaleTier(long index, SampleTier tier, String unit, String owner, List<SampleContact> contacts) {}
