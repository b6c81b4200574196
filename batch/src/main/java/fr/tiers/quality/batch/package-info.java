/**
 * Job {@code quality}: counts the quality index of every tier anew.
 *
 * <p>Schedule: nightly ({@code tiers.job.quality.schedule}), because a visit of last year stops counting on its day without anybody touching
 * the tier; and whenever the criteria have changed. Volume: one statement for {@code item-count} tiers. Restart: position and counters are
 * in the ledger and move with the chunk. Idempotence: a score that is right already is not written.
 */
package fr.tiers.quality.batch;
