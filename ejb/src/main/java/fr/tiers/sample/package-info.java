/**
 * The demonstration company: invented, but believable, and the same on every start. The generators ({@code Sample…}, {@code Communes})
 * are pure functions from an index to data, so that a mass of tiers for load tests can come from the same source. No feature knows
 * this package.
 */
package fr.tiers.sample;
