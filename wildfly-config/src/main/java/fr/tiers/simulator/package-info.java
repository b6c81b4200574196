/**
 * A local stand-in for the French company registries and the national geocoder.
 *
 * <p>The real services need a network, sometimes a key, and ban callers that insist. Development, tests and
 * demonstrations run against this server instead: same paths, same JSON, same limits, same error texts, plus faults on
 * demand. Identities of recorded units are real public data; every unit whose SIREN starts with {@code 999} and every
 * amount that the recorded answers do not contain is invented.
 */
package fr.tiers.simulator;
