/**
 * Fields that administrators add to tiers and other objects: definitions, conditions, values, filters. Objects are known by
 * {@link fr.tiers.customfield.FieldOwner}.
 */
package fr.tiers.customfield;
