/**
 * Jobs {@code tier-import-simulation}, {@code tier-import} and {@code tier-import-revert}: the three runs of an import.
 *
 * <p>Started with an import, never by themselves. Volume: up to a million rows; a simulation writes nothing but its plan, a run writes some
 * dozens of rows in one transaction, each by itself when one of them is refused. Restart: positions are in the ledger, and a row knows
 * whether it was written, because that is noted in the transaction that writes it. In whose name: the user who started the run.
 */
package fr.tiers.exchange.batch;
