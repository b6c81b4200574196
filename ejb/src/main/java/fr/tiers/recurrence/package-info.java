/**
 * What comes again and again: the rule of a series and the days it names. Knows nothing of what is repeated.
 */
package fr.tiers.recurrence;
