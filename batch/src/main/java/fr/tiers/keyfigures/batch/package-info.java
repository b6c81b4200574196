/**
 * Job {@code key-figures}: asks Infogreffe for the figures of every tier that is due.
 *
 * <p>Schedule: nightly ({@code tiers.job.key-figures.schedule}), or on demand. Volume: as many requests as tiers with a SIREN, a few per
 * second, so hours to days; partitions overlap the waiting, the provider's quota paces them all. Restart: position and counters are in
 * the ledger and move with the chunk, so a run that was killed goes on after its last chunk, on whatever node. Idempotence key: tier and
 * closing date; asking again changes nothing.
 */
package fr.tiers.keyfigures.batch;
