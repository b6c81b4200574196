/**
 * Bulk actions on tiers: a selection is planned, looked at, run as a job in the caller's name, and taken back. What can be done to many
 * is a {@link fr.tiers.bulk.BulkAction}; the engine knows none of them.
 */
package fr.tiers.bulk;
