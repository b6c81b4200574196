/**
 * The tab with the events of a tier.
 */
package fr.tiers.event.web;
