/**
 * Starts what Tiers needs on one machine: PostgreSQL, a mail catcher, the registry simulator and a configured WildFly.
 *
 * <p>{@code mvn -Prun} uses it through {@link fr.tiers.launcher.LocalStart}, the tests of the EAR through the parts.
 */
package fr.tiers.launcher;
