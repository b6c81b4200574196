/**
 * The tab with the change log of a tier.
 */
package fr.tiers.history.web;
