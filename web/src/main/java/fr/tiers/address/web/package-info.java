/**
 * The tab with the addresses of a tier.
 */
package fr.tiers.address.web;
