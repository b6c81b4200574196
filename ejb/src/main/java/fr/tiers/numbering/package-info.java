/**
 * Codes made by a mask and a counter that is locked at save: never two alike, no gap.
 */
package fr.tiers.numbering;
