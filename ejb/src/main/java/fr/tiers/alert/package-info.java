/**
 * Tells those in charge of a tier, by mail, what somebody else has done with it.
 */
package fr.tiers.alert;
