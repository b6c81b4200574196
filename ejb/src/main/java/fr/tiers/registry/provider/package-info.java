/**
 * One way out to the public registries: pace, patience, retries, circuit breaker, and three kinds of failure. Knows HTTP and JSON,
 * not what the answers mean.
 */
package fr.tiers.registry.provider;
