/**
 * How complete and alive a tier's record is, as points: criteria, score, history. Knows the tier, its contacts and its events by their tables;
 * none of them knows it.
 */
package fr.tiers.quality;
