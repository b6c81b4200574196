/**
 * Who of us works on a tier and in which capacity, who represents us there, who sees it from outside, and whether it is confidential.
 */
package fr.tiers.collaborator;
