/**
 * Further addresses and sites of a tier; the main address stands on the tier itself.
 */
package fr.tiers.address;
