/**
 * Notes on a tier: public ones for everybody who sees the tier, private ones for their author alone.
 */
package fr.tiers.note;
