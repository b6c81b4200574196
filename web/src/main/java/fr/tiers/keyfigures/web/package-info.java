/** Key figures of a tier: list, manual entry, and the tab of the record. */
package fr.tiers.keyfigures.web;
