/**
 * The tier itself: any party the company deals with. Knows organisation, access, numbering and history under it; no feature above it.
 * Features plug in through {@link fr.tiers.tier.TierAttachment}.
 */
package fr.tiers.tier;
