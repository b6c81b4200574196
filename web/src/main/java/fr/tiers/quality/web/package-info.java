/**
 * The quality index over REST, on the record, and the page of its criteria.
 */
package fr.tiers.quality.web;
