/**
 * The ledger of runs: what ran, how far it got, what it passed over. It outlives kill -9, which the batch engine's own records do not.
 * Knows no job by name and no feature; the engine plugs in through {@link fr.tiers.job.JobLauncher}.
 */
package fr.tiers.job;
