package fr.tiers.tier;

import java.util.Set;

/** The ids behind the codes and logins of {@link TierData}. */
record References(Long salesUnitId, Long ownerId, Set<Long> companies, Set<Long> agencies) {}
