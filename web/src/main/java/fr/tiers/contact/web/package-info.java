/**
 * The tab with the people at a tier.
 */
package fr.tiers.contact.web;
