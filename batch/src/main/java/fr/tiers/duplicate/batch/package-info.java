/**
 * Job {@code duplicates}: compares tiers with all others and keeps the probable pairs, in clusters: the inbox.
 *
 * <p>Schedule: nightly ({@code tiers.job.duplicates.schedule}). Volume: what changed since the last run that came to its end; the first run
 * takes all. Restart: position and counters are in the ledger and move with the chunk. Idempotence: pairs that are right already are not
 * written.
 */
package fr.tiers.duplicate.batch;
