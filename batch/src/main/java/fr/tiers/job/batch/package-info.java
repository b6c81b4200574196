/**
 * What every job shares: launching, heartbeat, taking over after a crash, the end of a run. Talks to the ledger of {@code fr.tiers.job}
 * through one gateway that runs as the system.
 */
package fr.tiers.job.batch;
