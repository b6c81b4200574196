/**
 * What every feature stands on: errors, clock, SQL access, migrations, idempotency. Knows no feature.
 */
package fr.tiers.kernel;
