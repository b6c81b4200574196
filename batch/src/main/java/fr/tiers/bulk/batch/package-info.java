/**
 * Jobs {@code tier-bulk-plan} and {@code tier-bulk}: the three runs of a bulk action on tiers. The first plans, the second applies the plan or takes
 * it back, as its parameter {@code phase} says.
 *
 * <p>Started with a bulk action, never by themselves; two of each at a time. Volume: up to a million rows; a plan writes nothing but itself, a run
 * writes some dozens of tiers in one transaction, each by itself when one of them is refused. Restart: positions are in the ledger, and a
 * row knows whether it was written, because that is noted in the transaction that writes it. In whose name: the user who started the run.
 */
package fr.tiers.bulk.batch;
