/** The official directory of companies: search, and creation of tiers from it. */
package fr.tiers.registry.web;
