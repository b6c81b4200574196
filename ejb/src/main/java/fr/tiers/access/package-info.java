/**
 * Who is calling and what that caller may see: {@link fr.tiers.access.Caller} and the one predicate of {@link fr.tiers.access.Visibility}.
 */
package fr.tiers.access;
