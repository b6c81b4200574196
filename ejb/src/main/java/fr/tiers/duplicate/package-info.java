/**
 * Tiers that may be the same party: how names, numbers and addresses are compared, whom a new tier resembles, what somebody has said are
 * not the same, and the inbox that a nightly job fills. Merging is {@code fr.tiers.merge}'s.
 */
package fr.tiers.duplicate;
